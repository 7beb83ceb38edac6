/** What is missing for the next stage, answered on the spot where sales may (PRD5); with nothing missing, the move itself. */
import type { Scalar } from '../../lead/facts.ts';
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardView } from '../cardView.ts';
import { Checklist } from '../Checklist.tsx';
import { Part } from '../Part.tsx';
import { AnswerField } from './AnswerField.tsx';

interface Props {
  readonly next: NonNullable<CardView['next']>;
  readonly busy: boolean;
  readonly messages: Catalog;
  /** Null where answers may not be given (OVR2). */
  readonly onSet: ((field: string, value: Scalar) => void) | null;
  /** Null where it may not be moved by hand. */
  readonly onMove: ((stage: string) => void) | null;
}

export function CardNext({ next, busy, messages, onSet, onMove }: Props) {
  const { decide } = next;
  return (
    <Part id="next" title={next.title}>
      <Checklist
        criteria={next.criteria}
        verdicts={messages.card.verdicts}
        answer={
          onSet
            ? ({ ask }) => ask && <AnswerField ask={ask} busy={busy} messages={messages} onSet={onSet} />
            : undefined
        }
      />
      {decide && onMove && (
        <div class="actions one decide">
          <button type="button" disabled={busy} onClick={() => onMove(decide.id)}>
            {cardWords(messages.language).move.to(decide.label)}
          </button>
        </div>
      )}
    </Part>
  );
}
