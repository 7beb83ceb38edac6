/**
 * Tells a mail really sent from a draft, a discard and a failed attempt (ATT1). The person must have
 * used the send control; then the site's own proof must appear, or the mail must be gone with nothing
 * else done in between. Whatever is in doubt is not counted.
 */
import { v7 } from 'uuid';
import type { ToastView } from '../../shared/ui/buildToast.ts';
import type { Draft, ask as askBackground } from '../messages.ts';
import type { ComposeView } from '../sites/site.ts';
import type { Composes } from './compose.ts';
import { isOwn } from './surface.ts';

/** A send still without proof after this is not believed any more, ms. */
const GIVEN_UP_MS = 120_000;
/** A page that leaves on sending and is still here after this did not send, ms. */
const LEAVES_WITHIN_MS = 15_000;
/** How long the webmail's own undo is believed to speak of the mail just sent, ms. */
const UNSEND_MS = 60_000;

interface Intent {
  readonly send: string;
  readonly root: Element;
  readonly draft: Draft;
  readonly at: number;
  readonly chosen: boolean;
  /** Marks of proof and failure that were there before: they speak of another mail. */
  readonly before: ReadonlySet<Element>;
  /** The person went on to something else while the mail was still there: only proof counts now. */
  doubtful: boolean;
  provenAt: number | undefined;
}

export interface Sends {
  /** The page changed: looks for proof. Cheap when nothing is being sent. */
  changed(): void;
}

export interface SendNeeds {
  readonly compose: ComposeView;
  readonly composes: Composes;
  readonly ask: typeof askBackground;
  readonly toast: (view: ToastView) => void;
}

export function watchSends({ compose, composes, ask, toast }: SendNeeds, signal: AbortSignal): Sends {
  let intent: Intent | undefined;
  let last: { readonly toast: string; readonly at: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const marks = [...(compose.proof ?? []), ...(compose.failure ?? [])].join();
  const proof = compose.proof?.join();
  const failure = compose.failure?.join();

  function begin(control: Element): void {
    const writing = composes.around(control, { document, url: new URL(location.href) });
    if (!writing || writing.chosen === false) return;
    const { root, draft } = writing.reading;
    if (draft.to.length + draft.cc.length + draft.bcc.length === 0) return;
    intent = {
      // One mail written is sent once: a second press after a failed one is the same send (ATT2).
      send: intent?.root === root ? intent.send : v7(),
      root,
      draft,
      at: Date.now(),
      chosen: writing.chosen ?? false,
      before: new Set(marks ? document.querySelectorAll(marks) : []),
      doubtful: false,
      provenAt: undefined,
    };
    clearTimeout(timer);
    timer = setTimeout(giveUp, GIVEN_UP_MS);
  }

  function changed(): void {
    if (!intent || intent.provenAt) return;
    const { before, root, doubtful } = intent;
    const isNew = (selector: string) =>
      [...document.querySelectorAll(selector)].some((mark) => !before.has(mark));
    if (proof && isNew(proof)) prove();
    else if (failure && isNew(failure)) giveUp();
    else if (compose.leaves === 'root' && !root.isConnected && !doubtful) confirm();
  }

  function prove(): void {
    if (!intent) return;
    if (compose.leaves === 'root') {
      confirm();
      return;
    }
    // The page is about to go: what must survive it is kept outside (ATT2).
    intent.provenAt = Date.now();
    const { send, draft, at, chosen } = intent;
    void ask('page.sending', { send, draft, at, chosen });
    clearTimeout(timer);
    timer = setTimeout(giveUp, LEAVES_WITHIN_MS);
  }

  function confirm(): void {
    if (!intent) return;
    const { send, draft, at, chosen } = intent;
    intent = undefined;
    clearTimeout(timer);
    void ask('page.sent', { send, draft, at, chosen }).then((reply) => {
      if (!reply?.toast || signal.aborted) return;
      last = { toast: reply.toast.id, at: Date.now() };
      toast(reply.toast);
    });
  }

  function giveUp(): void {
    if (intent?.provenAt) void ask('page.unsent', { send: intent.send });
    intent = undefined;
    clearTimeout(timer);
  }

  function used(event: Event): void {
    if (!event.isTrusted || !(event.target instanceof Element) || isOwn(event.target)) return;
    const control = event.target.closest(compose.send.join());
    if (control) begin(control);
    else if (last && compose.unsend && event.target.closest(compose.unsend.join())) {
      if (Date.now() - last.at < UNSEND_MS) void ask('page.undo', { toast: last.toast });
      last = undefined;
    }
  }

  function pressed(event: KeyboardEvent): void {
    if (!event.isTrusted || !(event.target instanceof Element) || isOwn(event.target)) return;
    const control = event.target.closest(compose.send.join());
    const shortcut = compose.keys && event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (control ? event.key === 'Enter' || event.key === ' ' : shortcut) begin(event.target);
    else doubt(event);
  }

  /** Something else is done while the mail is still there: it may have stayed unsent. */
  function doubt(event: Event): void {
    if (!intent || !event.isTrusted || isOwn(event.target)) return;
    if (event instanceof KeyboardEvent && ['Control', 'Meta', 'Shift', 'Alt'].includes(event.key)) return;
    if (event.target instanceof Element && event.target.closest(compose.send.join())) return;
    if (intent.provenAt === undefined) intent.doubtful = true;
  }

  const capture = { signal, capture: true, passive: true };
  window.addEventListener('pointerdown', doubt, capture);
  // Some act on mouseup and are gone before there is a click.
  window.addEventListener('mouseup', used, capture);
  window.addEventListener('click', used, capture);
  window.addEventListener('keydown', pressed, capture);
  window.addEventListener(
    'pagehide',
    () => {
      if (compose.leaves === 'page' && intent?.provenAt) confirm();
    },
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
  return { changed };
}

/** What a page of this tab that is gone by now had still to confirm: its mails were sent. */
export async function settleSends(
  ask: typeof askBackground,
  toast: (view: ToastView) => void,
  signal: AbortSignal,
): Promise<void> {
  const unsettled = await ask('page.unsettled', {});
  let standing = unsettled?.toast;
  // One after the other, in the order they were sent.
  for (const { send, draft, at, chosen } of unsettled?.sends ?? []) {
    const reply = await ask('page.sent', { send, draft, at, chosen });
    standing = reply?.toast ?? standing;
  }
  if (standing && !signal.aborted) toast(standing);
}
