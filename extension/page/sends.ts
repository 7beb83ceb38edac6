/**
 * Tells a mail really sent from a draft, a discard and a failed attempt (ATT1). The person must have
 * used the send control; then the site's own proof must appear, or the mail must be gone with nothing
 * else done in between. Whatever is in doubt is not counted.
 */
import type { ToastView } from '../../shared/ui/buildToast.ts';
import type { Sending, ask as askBackground } from '../messages.ts';
import { isAt, writtenAt } from '../sites/read.ts';
import type { ComposeView, PageAt, Ways } from '../sites/site.ts';
import type { Composes } from './compose.ts';
import { sendId } from './sendId.ts';
import { isOwn } from './surface.ts';

/** A send still without proof after this is not believed any more, ms. */
const GIVEN_UP_MS = 120_000;
/** A page that leaves on sending and is still here after this did not send, ms. */
const LEAVES_WITHIN_MS = 15_000;
/** How long the webmail's own undo is believed to speak of the mail just sent, ms. */
const UNSEND_MS = 60_000;
/** So soon it speaks of it even while the page still says that it is sending. */
const UNSEND_AT_ONCE_MS = 10_000;

/** What comes this soon after is the same press, ms. */
const ONE_PRESS_MS = 500;
/** Questions a press may raise: "send it without a subject?" */
const ASKS = '[role$=dialog],dialog';

interface Intent {
  readonly sending: Sending;
  readonly root: Element;
  /** Marks of proof and failure, and dialogs, that were there before: they speak of something else. */
  readonly before: ReadonlySet<Element>;
  /** The person went on to something else while the mail was still there: only proof counts now. */
  doubtful: boolean;
  provenAt?: number;
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
  /** The mail told of last, and whether the person did anything since. */
  let last: { readonly sending: Sending; readonly at: number; moved: boolean } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const { leaves, later } = compose;
  const controls = [compose.send, later?.send, compose.discard, compose.unsend].filter(Boolean).join();
  const marks = [ASKS, ...(compose.proof ?? []), ...(compose.failure ?? [])].join();
  const proof = compose.proof?.join();
  const failure = compose.failure?.join();

  function begin(control: Element, goesLater: boolean): void {
    const page = pageNow();
    const writing = composes.around(control, page) ?? composes.current();
    if (!writing || writing.chosen === false) return;
    const { root, draft } = writing.reading;
    if (draft.to.length + draft.cc.length + draft.bcc.length === 0) return;
    const again = intent?.root === root ? intent : undefined;
    const first = again?.sending;
    const isPress = first && !first.later && !goesLater && !again?.doubtful;
    // The release of the mouse and the click are one press.
    if (isPress && Date.now() - first.at < ONE_PRESS_MS) return;
    const text = goesLater && later ? writtenAt(later.around, control) : undefined;
    // A button of a dialog that tells no hour plans nothing.
    if (goesLater && !text) return;
    intent = {
      sending: {
        // One mail written is sent once: a second press after a failed one is the same send (ATT2).
        send: first?.send ?? sendId(),
        draft,
        at: Date.now(),
        chosen: writing.chosen ?? false,
        ...(text && { later: { text: text.slice(0, 300), language: document.documentElement.lang } }),
        ...(leaves === 'either' && { unproven: true }),
      },
      root,
      before: new Set(document.querySelectorAll(marks)),
      doubtful: false,
    };
    // The press itself may take the page away: what must survive that is kept outside (ATT2).
    if (leaves === 'either') void ask('page.sending', intent.sending);
    clearTimeout(timer);
    timer = setTimeout(giveUp, GIVEN_UP_MS);
  }

  function changed(): void {
    // Taken back where nothing says so: its compose is open again.
    if (last && Date.now() - last.at < (compose.backWithinMs ?? 0))
      if (composes.writes(last.sending.draft, last.at)) takeBack();
    if (!intent || intent.provenAt) return;
    const { before, root, doubtful } = intent;
    const isNew = (selector: string | undefined) =>
      selector && [...document.querySelectorAll(selector)].some((mark) => !before.has(mark));
    if (isNew(proof)) prove();
    else if (isNew(failure)) giveUp();
    else if (leaves !== 'page' && !isThere(root) && !doubtful) confirm();
  }

  function isThere(root: Element): boolean {
    return (
      root.isConnected && (leaves !== 'part' || root.querySelector(compose.strip.within.join()) !== null)
    );
  }

  function prove(): void {
    if (!intent) return;
    if (leaves !== 'page') {
      confirm();
      return;
    }
    intent.provenAt = Date.now();
    void ask('page.sending', intent.sending);
    clearTimeout(timer);
    timer = setTimeout(giveUp, LEAVES_WITHIN_MS);
  }

  function confirm(): void {
    if (!intent) return;
    const { sending } = intent;
    const told = { sending, at: Date.now(), moved: false };
    void ask('page.sent', sending).then((reply) => {
      if (!reply?.toast || signal.aborted) return;
      last = told;
      toast(reply.toast);
    });
    intent = undefined;
    clearTimeout(timer);
  }

  function giveUp(): void {
    if (intent?.provenAt || intent?.sending.unproven) void ask('page.unsent', { send: intent.sending.send });
    intent = undefined;
    clearTimeout(timer);
  }

  /**
   * The webmail's own undo: other toasts have one too, so the proof must still stand beside it, or, where a
   * reply has none, nothing else may have been done since.
   */
  function unsend(): void {
    if (!last) return;
    const { at, moved } = last;
    const since = Date.now() - at;
    const speaks = since < UNSEND_AT_ONCE_MS || !moved || (proof && document.querySelector(proof));
    if (speaks && since < UNSEND_MS) takeBack();
  }

  function takeBack(): void {
    if (last) void ask('page.unsent', { send: last.sending.send });
    last = undefined;
  }

  function used(event: Event): void {
    const target = trusted(event);
    if (!target) return;
    const on = (ways: Ways | undefined) => (ways ? target.closest(ways.join()) : null);
    const control = on(compose.send);
    const planned = on(later?.send);
    if (planned) begin(planned, true);
    else if (control) begin(control, false);
    else if (on(compose.discard)) giveUp();
    else if (on(compose.unsend)) unsend();
  }

  function pressed(event: KeyboardEvent): void {
    const target = trusted(event);
    if (!target) return;
    const { key } = event;
    if (target.closest(controls) && (key === 'Enter' || key === ' ')) used(event);
    else if (compose.keys && key === 'Enter' && (event.ctrlKey || event.metaKey)) begin(target, false);
    else doubt(event);
  }

  /** Something else is done while the mail is still there: it may have stayed unsent. */
  function doubt(event: Event): void {
    const target = trusted(event);
    if (!target) return;
    if (event instanceof KeyboardEvent && ['Control', 'Meta', 'Shift', 'Alt'].includes(event.key)) return;
    if (target.closest(controls)) return;
    if (last) last.moved = true;
    if (!intent || intent.provenAt !== undefined) return;
    // What the press itself asked is answered there; what comes of it is seen.
    const asks = target.closest(ASKS);
    if (asks && !asks.contains(intent.root) && !intent.before.has(asks)) return;
    intent.doubtful = true;
    if (intent.sending.unproven) void ask('page.unsent', { send: intent.sending.send });
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
      if (!intent) return;
      // A popped-out mail is a window of its own, which closes by itself once it is sent.
      const closes =
        compose.alone && isAt(compose.alone, pageNow()) && Date.now() - intent.sending.at < LEAVES_WITHIN_MS;
      if (intent.provenAt || (closes && !intent.doubtful)) confirm();
    },
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
  return { changed };
}

/** Only what a person does counts, and not on nodes of ours. */
function trusted({ isTrusted, target }: Event): Element | undefined {
  return isTrusted && target instanceof Element && !isOwn(target) ? target : undefined;
}

function pageNow(): PageAt {
  return { document, url: new URL(location.href) };
}

/**
 * What a page of this tab that is gone by now had still to confirm: its mails were sent, unless nothing
 * proved it and this page shows the same mail again.
 */
export async function settleSends(
  { ask, toast, composes }: Pick<SendNeeds, 'ask' | 'toast'> & { readonly composes: Composes | undefined },
  signal: AbortSignal,
): Promise<void> {
  const unsettled = await ask('page.unsettled', {});
  let standing = unsettled?.toast;
  // One after the other, in the order they were sent.
  for (const sending of unsettled?.sends ?? []) {
    const back = sending.unproven && composes?.writes(sending.draft);
    const reply = back ? undefined : await ask('page.sent', sending);
    if (back) await ask('page.unsent', { send: sending.send });
    standing = reply?.toast ?? standing;
  }
  if (standing && !signal.aborted) toast(standing);
}
