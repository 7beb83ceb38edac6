/**
 * What the person does from the card: an attempt in two clicks, an answer in one or two, the rest
 * behind "more". Where the browser cannot prove that the page does not cover the frame, only what can
 * be undone is offered (OVR2); while it is still looking the rest waits in its place.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardView } from '../cardView.ts';
import { Part } from '../Part.tsx';
import { ActionForm, titleOf, type Doing } from './ActionForm.tsx';
import type { Colleague, DoAct } from './cardAct.ts';
import { MoreActions } from './MoreActions.tsx';

interface Props {
  readonly view: CardView;
  /** Null while not known yet. */
  readonly sure: boolean | null;
  readonly busy: boolean;
  readonly messages: Catalog;
  readonly act: DoAct;
  readonly colleagues: () => Promise<readonly Colleague[]>;
  readonly onElsewhere: (() => void) | null;
}

/** Channels in the first row; the others wait behind "more". */
const FIRST_ROW = 4;

export function CardActions({ view, sure, busy, messages, act, colleagues, onElsewhere }: Props) {
  const [doing, setDoing] = useState<Doing | null>(null);
  // Whoever logs nothing here came for the rest.
  const [more, setMore] = useState(!view.may.log);
  const part = useRef<HTMLDivElement>(null);
  const opener = useRef<string | null>(null);
  // Leaving a form hands the focus back to the button it was opened by, or to the first when that is gone.
  useEffect(() => {
    if (doing !== null || opener.current === null) return;
    const buttons = [...(part.current?.querySelectorAll('button') ?? [])].filter(({ disabled }) => !disabled);
    const back = buttons.find(({ dataset }) => dataset['opens'] === opener.current) ?? buttons[0];
    opener.current = null;
    back?.focus({ preventScroll: true });
  }, [doing]);

  const { card } = messages;
  const words = cardWords(messages.language);
  const open = (next: Doing) => {
    opener.current = keyOf(next);
    setDoing(next);
  };
  const leave = () => setDoing(null);
  const tell: DoAct = async (what) => {
    const done = await act(what);
    if (done) leave();
    return done;
  };
  const opens = (next: Doing) => ({ 'data-opens': keyOf(next), onClick: () => open(next) });

  if (doing)
    return (
      <Part id="log" title={titleOf(doing, view, messages)}>
        <ActionForm
          doing={doing}
          view={view}
          busy={busy}
          messages={messages}
          act={tell}
          colleagues={colleagues}
          onBack={leave}
        />
      </Part>
    );

  const { may } = view;
  const handoff = may.answer && view.handoff?.answered === null ? view.handoff : null;
  const offered = sure !== false;
  const canReturn = view.reasons.some(({ answer }) => answer === 'recycled');
  const channels = may.log ? view.channels.slice(0, more ? undefined : FIRST_ROW) : [];
  const withheld = sure === false && (handoff !== null || may.take || may.assign || may.snooze !== null);
  return (
    <div ref={part}>
      <Part id="log" title={view.may.log ? card.log : words.actions.more}>
        {may.take && offered && (
          <div class="actions one">
            <button
              type="button"
              class="primary"
              disabled={busy || !sure}
              onClick={() => void act({ kind: 'take' })}
            >
              {words.actions.take}
            </button>
          </div>
        )}
        {channels.length > 0 && (
          <div class="actions four">
            {channels.map(({ channel, label, refused }) => (
              <button
                key={channel}
                type="button"
                aria-label={refused ? card.refusedChannel(label) : undefined}
                class={refused ? 'refused' : ''}
                {...opens({ what: 'log', channel })}
              >
                {label}
              </button>
            ))}
          </div>
        )}
        {(may.log || (offered && handoff)) && (
          <div class="actions three">
            {offered && handoff && (
              <button
                type="button"
                class={may.take ? '' : 'primary'}
                disabled={busy || !sure}
                onClick={() =>
                  void act({ kind: 'handoff.answer', body: { handoff: handoff.id, answer: 'accepted' } })
                }
              >
                {card.accept}
              </button>
            )}
            {offered && handoff && canReturn && (
              <button type="button" disabled={!sure} {...opens({ what: 'return', answer: 'recycled' })}>
                {card.giveBack}
              </button>
            )}
            {may.log && (
              <button type="button" aria-expanded={more} onClick={() => setMore(!more)}>
                {more ? card.less : card.more}
              </button>
            )}
          </div>
        )}
        {more && (
          <MoreActions view={view} sure={sure} busy={busy} messages={messages} act={act} opens={opens} />
        )}
        {withheld && (
          <p class="hint elsewhere">
            {card.elsewhere}{' '}
            {onElsewhere && (
              <button type="button" class="link" onClick={onElsewhere}>
                {card.openElsewhere}
              </button>
            )}
          </p>
        )}
        {busy && <p class="hint">{card.saving}</p>}
      </Part>
    </div>
  );
}

/** One word per button, the same before and after its form. */
function keyOf(doing: Doing): string {
  if (doing.what === 'log') return `log-${doing.channel}`;
  return doing.what === 'return' ? `return-${doing.answer}` : doing.what;
}
