/**
 * What the person does from the card: log an attempt in two clicks, accept, return, disqualify.
 * Where the browser cannot prove that the page does not cover the frame, only what can be undone is
 * offered (OVR2); while it is still looking the rest waits in its place.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Channel, Outcome } from '../../lead/vocabulary.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardView } from '../cardView.ts';
import { OutcomeChooser } from './OutcomeChooser.tsx';
import { Part } from '../Part.tsx';
import { ReturnForm, type Returned } from './ReturnForm.tsx';

interface Props {
  readonly view: CardView;
  /** Null while not known yet. */
  readonly sure: boolean | null;
  readonly busy: boolean;
  readonly messages: Catalog;
  readonly onLog: (channel: Channel, outcome: Outcome, at?: number) => Promise<boolean>;
  readonly onAnswer: (answer: Answer, returned?: Returned) => Promise<boolean>;
  readonly onElsewhere: (() => void) | null;
}

type Doing =
  | { readonly what: 'log'; readonly channel: Channel }
  | { readonly what: 'return'; readonly answer: 'recycled' | 'disqualified' }
  | null;

/** Channels in the first row; the others wait behind "more". */
const FIRST_ROW = 4;

export function CardActions({ view, sure, busy, messages, onLog, onAnswer, onElsewhere }: Props) {
  const [doing, setDoing] = useState<Doing>(null);
  const [more, setMore] = useState(false);
  const start = useRef<HTMLButtonElement>(null);
  const wasDoing = useRef(false);
  // Leaving a chooser hands the focus back to where it was entered from.
  useEffect(() => {
    if (doing === null && wasDoing.current) start.current?.focus({ preventScroll: true });
    wasDoing.current = doing !== null;
  }, [doing]);

  const { card } = messages;
  const leave = () => setDoing(null);
  const handoff = view.handoff?.answered === null ? view.handoff : null;
  const offered = handoff !== null && sure !== false;
  const channel = doing?.what === 'log' ? view.channels.find((c) => c.channel === doing.channel) : undefined;
  const has = (answer: Answer) => view.reasons.some((reason) => reason.answer === answer);

  if (channel)
    return (
      <Part id="log" title={card.howDidItGo(channel.label)}>
        <OutcomeChooser
          channel={channel}
          askedBy="log-title"
          busy={busy}
          messages={messages}
          onBack={leave}
          onChoose={(outcome, at) => void onLog(channel.channel, outcome, at).then((done) => done && leave())}
        />
      </Part>
    );

  if (doing?.what === 'return')
    return (
      <Part id="log" title={card.whyReturned}>
        <ReturnForm
          answer={doing.answer}
          reasons={view.reasons}
          busy={busy}
          messages={messages}
          onBack={leave}
          onReturn={(returned) => void onAnswer(doing.answer, returned).then((done) => done && leave())}
        />
      </Part>
    );

  const channels = view.channels.slice(0, more ? undefined : FIRST_ROW);
  return (
    <Part id="log" title={card.log}>
      <div class="actions four">
        {channels.map(({ channel: id, label, refused }, place) => (
          <button
            key={id}
            type="button"
            ref={place === 0 ? start : undefined}
            aria-label={refused ? card.refusedChannel(label) : undefined}
            class={refused ? 'refused' : ''}
            onClick={() => setDoing({ what: 'log', channel: id })}
          >
            {label}
          </button>
        ))}
      </div>
      <div class="actions three">
        {offered && (
          <button
            type="button"
            class="primary"
            disabled={busy || !sure}
            onClick={() => void onAnswer('accepted')}
          >
            {card.accept}
          </button>
        )}
        {offered && has('recycled') && (
          <button
            type="button"
            disabled={!sure}
            onClick={() => setDoing({ what: 'return', answer: 'recycled' })}
          >
            {card.giveBack}
          </button>
        )}
        {offered && more && has('disqualified') && (
          <button
            type="button"
            disabled={!sure}
            onClick={() => setDoing({ what: 'return', answer: 'disqualified' })}
          >
            {card.disqualify}
          </button>
        )}
        <button type="button" aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? card.less : card.more}
        </button>
      </div>
      {handoff && sure === false && (
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
  );
}
