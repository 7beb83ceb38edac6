/** What is owed on this lead: the clocks, and how many of the agreed attempts are made. */
import type { Catalog } from '../../messages/catalog.ts';
import { AttemptDots } from '../AttemptDots.tsx';
import type { CardView } from '../cardView.ts';
import { ClockLine } from '../ClockLine.tsx';
import { Icon } from '../Icon.tsx';
import { Part } from '../Part.tsx';

interface Props {
  readonly view: CardView;
  readonly now: number;
  readonly messages: Catalog;
}

export function CardAgreement({ view, now, messages }: Props) {
  const { attempts } = view;
  return (
    <Part id="agreement" title={messages.card.agreement}>
      {view.noClock && <p class="hint">{view.noClock}</p>}
      <ul class="clocks">
        {view.clocks.map((clock) => (
          <li key={clock.id}>
            <ClockLine clock={clock} now={now} />
          </li>
        ))}
        {attempts.agreed > 0 && (
          <li class="attempts">
            <span class="label">{messages.card.attempts}</span>
            <span class="count">
              <AttemptDots made={attempts.made} agreed={attempts.agreed} />
              {attempts.text}
            </span>
          </li>
        )}
      </ul>
      {attempts.history.length > 0 && (
        <details class="history">
          <summary>{messages.card.history(attempts.history.length)}</summary>
          <ul>
            {attempts.history.map((attempt) => (
              <li key={attempt.id} class={attempt.withdrawn ? 'withdrawn' : ''}>
                {attempt.withdrawn ? <s>{attempt.text}</s> : attempt.text}
                {attempt.withdrawn && <span> · {messages.card.withdrawn}</span>}
                {attempt.pending && (
                  <span class="pending">
                    {' '}
                    <Icon name="pending" size={11} /> {messages.card.pending}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Part>
  );
}
