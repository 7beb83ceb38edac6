/** The hand-off brief: what they did last, what the agreement wants asked, what to do next (HOF1). */
import type { Scalar } from '../../lead/facts.ts';
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardBrief as Brief } from '../cardView.ts';
import { Part } from '../Part.tsx';
import { AnswerField } from './AnswerField.tsx';

interface Props {
  readonly brief: Brief;
  /** Fields the checklist asks for already: one question is asked in one place. */
  readonly askedBefore: ReadonlySet<string>;
  readonly busy: boolean;
  readonly messages: Catalog;
  /** Null where answers may not be given (OVR2). */
  readonly onSet: ((field: string, value: Scalar) => void) | null;
}

export function CardBrief({ brief, askedBefore, busy, messages, onSet }: Props) {
  const words = cardWords(messages.language).brief;
  const missing = brief.missing.filter(({ ask }) => ask === null || !askedBefore.has(ask.field));
  return (
    <Part id="brief" title={words.title}>
      <dl class="pairs">
        <dt>{words.next}</dt>
        {brief.next ? <Dated {...brief.next} /> : <dd>{words.nothingOwed}</dd>}
        {brief.signals.length > 0 && (
          <>
            <dt>{words.signals}</dt>
            {brief.signals.map(({ id, label, when }) => (
              <Dated key={id} label={label} when={when} />
            ))}
          </>
        )}
        {missing.length > 0 && (
          <>
            <dt>{words.missing}</dt>
            {missing.map(({ label, ask }) => (
              <dd key={label} class="asked">
                <span>{ask?.question ?? label}</span>
                {ask && onSet && <AnswerField ask={ask} busy={busy} messages={messages} onSet={onSet} />}
              </dd>
            ))}
          </>
        )}
      </dl>
    </Part>
  );
}

function Dated({ label, when }: { label: string; when: string }) {
  return (
    <dd class="dated">
      <span>{label}</span>
      <span class="value">{when}</span>
    </dd>
  );
}
