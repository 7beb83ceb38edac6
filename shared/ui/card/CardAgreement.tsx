/** What is owed on this lead: every clock with its reason, the attempts made, and what "unreachable" still needs. */
import type { Catalog } from '../../messages/catalog.ts';
import { AttemptDots } from '../AttemptDots.tsx';
import type { CardView } from '../cardView.ts';
import { ClockLine } from '../ClockLine.tsx';
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
            {attempts.owed && <span class="why">{attempts.owed}</span>}
          </li>
        )}
      </ul>
    </Part>
  );
}
