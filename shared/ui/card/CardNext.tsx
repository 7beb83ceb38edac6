/** What is missing for the next stage, answered on the spot where sales may (PRD5). */
import type { Scalar } from '../../lead/facts.ts';
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
}

export function CardNext({ next, busy, messages, onSet }: Props) {
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
    </Part>
  );
}
