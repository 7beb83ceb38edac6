/** What is proposed on top of the starter: each suggestion with its reason, and a tick to leave it out. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Proposal as Proposed } from '../../../shared/definitions/propose/proposal.ts';
import type { SeenRule } from '../../../shared/definitions/propose/rules.ts';
import { ENOUGH } from '../../../shared/target/share.ts';
import { useSession } from '../session.ts';
import { givenOf, type Speaker, type Why, whyOf } from './why.ts';

interface Props {
  readonly proposal: Proposed;
  readonly speaker: Speaker;
  /** Whether all closed leads were looked at. */
  readonly whole: boolean;
  readonly left: ReadonlySet<string>;
  /** Suggested by something else than leads: holidays. */
  readonly more: readonly (Why & { readonly id: string })[];
  readonly onTick: (id: string, isWanted: boolean) => void;
}

export function Suggestions({ proposal, speaker, whole, left, more, onTick }: Props) {
  const { format } = useSession();
  const { words } = speaker;
  const { enough, won, lost, confirmed, doubted } = proposal;
  const counts = [format.number(won), format.number(lost)] as const;
  const suggested = [...proposal.suggestions.map((one) => ({ id: one.id, ...whyOf(one, speaker) })), ...more];
  return (
    <>
      <p>{enough ? words.closed(...counts) : words.tooFew(...counts, format.number(ENOUGH))}</p>
      {whole ? null : <p class="minor">{words.notAll}</p>}
      {suggested.length === 0 ? <p>{words.nothing}</p> : <p class="minor">{words.tick}</p>}
      <ul class="suggestions">
        {suggested.map(({ id, title, why }) => (
          <Tick key={id} id={id} isWanted={!left.has(id)} title={title} onTick={onTick}>
            {why}
          </Tick>
        ))}
      </ul>
      <Given title={words.confirmed} rules={confirmed} speaker={speaker} />
      <Given title={words.doubted} rules={doubted} speaker={speaker} />
    </>
  );
}

interface TickProps {
  readonly id: string;
  readonly isWanted: boolean;
  readonly title: string;
  readonly onTick: Props['onTick'];
  readonly children: ComponentChildren;
}

function Tick({ id, isWanted, title, onTick, children }: TickProps) {
  const why = useId();
  return (
    <li data-left={isWanted ? undefined : ''}>
      <label>
        <input
          type="checkbox"
          checked={isWanted}
          aria-describedby={why}
          onChange={({ currentTarget }) => onTick(id, currentTarget.checked)}
        />
        <b>{title}</b>
      </label>
      <p id={why}>{children}</p>
    </li>
  );
}

function Given(props: {
  readonly title: string;
  readonly rules: readonly SeenRule[];
  readonly speaker: Speaker;
}) {
  if (props.rules.length === 0) return null;
  return (
    <details>
      <summary>
        {props.title} ({props.rules.length})
      </summary>
      <ul class="given">
        {props.rules.map((rule) => {
          const { title, why } = givenOf(rule, props.speaker);
          return (
            <li key={rule.id}>
              {title} {why}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
