/** One lead in the table. */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { LeadsWords } from '../../../shared/messages/consoleLeads/index.ts';
import type { LeadView } from '../../../shared/protocol/leads.ts';
import type { MemberView } from '../../../shared/protocol/people.ts';
import type { Version } from '../../../shared/definitions/version.ts';
import { clockFaceAt } from '../../../shared/ui/face.ts';
import { type When, whenShort } from '../../../shared/ui/when.ts';
import { listedFace } from '../ui/clockFace.ts';
import { ClockTime } from '../ui/ClockTime.tsx';
import { moveWords } from './previewWords.ts';
import type { Move } from './useLeadPages.ts';

interface Props {
  readonly lead: LeadView;
  /** Where the draft would put it. */
  readonly move: Move | null;
  readonly place: number;
  /** px */
  readonly top: number;
  readonly words: LeadsWords;
  readonly definitions: Definitions;
  readonly people: readonly MemberView[];
  readonly when: When;
  /** Agreements the clocks were promised in, the one in force first. */
  readonly versions: readonly Version[];
  readonly selects: boolean;
  readonly isSelected: boolean;
  readonly onPick: (isPicked: boolean) => void;
  readonly to: (leadId: string) => string;
  readonly open: string | null;
}

export function LeadRow(props: Props) {
  const { lead, move, place, top, words, definitions, people, when, selects, isSelected, onPick, to, open } =
    props;
  const { unnamed } = when.messages.words;
  const name = lead.name ?? lead.company ?? unnamed;
  const stage = definitions.stages.find(({ id }) => id === lead.stage);
  const labelOf = (list: readonly { readonly id: string; readonly label: string }[], id: string | null) =>
    id === null ? '–' : (list.find((one) => one.id === id)?.label ?? id);
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      class={open === lead.id ? 'open' : undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      {selects ? (
        <span role="cell">
          <input
            type="checkbox"
            aria-label={words.columns.select(name)}
            checked={isSelected}
            onChange={({ currentTarget }) => onPick(currentTarget.checked)}
          />
        </span>
      ) : null}
      <span role="cell" class="name">
        <a href={to(lead.id)} aria-current={open === lead.id ? 'true' : undefined}>
          {name}
        </a>
        {lead.name !== null && lead.company !== null ? <small>{lead.company}</small> : null}
      </span>
      <span role="cell" title={stage?.label}>
        {move === null ? (stage?.short ?? lead.stage) : moveWords(move, words, definitions)}
        {lead.backlog ? <small>{words.backlogged}</small> : null}
      </span>
      <span role="cell" class="n">
        {when.messages.format.number(lead.score)}
      </span>
      <span role="cell">
        <ClockCell clock={lead.clock} words={words} when={when} versions={props.versions} />
      </span>
      <span role="cell">{people.find(({ id }) => id === lead.owner)?.name ?? words.unowned}</span>
      <span role="cell" class="extra">
        {labelOf(definitions.segments, lead.segment)}
      </span>
      <span role="cell" class="extra">
        {labelOf(definitions.sources, lead.source)}
      </span>
    </div>
  );
}

type ClockProps = Pick<Props, 'words' | 'when' | 'versions'> & { readonly clock: LeadView['clock'] };

function ClockCell({ clock, words, when, versions }: ClockProps) {
  if (clock === null) return <>{words.noClock}</>;
  const listed = listedFace(clock, versions, when.messages, when.now);
  const kind = when.messages.words.clocks[clock.kind];
  const { tone } = clockFaceAt(listed.face, when.now);
  const said = tone === 'late' ? words.late : tone === 'risk' ? words.atRisk : '';
  return (
    <span title={kind}>
      <span class="unseen">{kind} </span>
      <ClockTime {...listed} when={when} about={said} />
      {clock.dueAt === null || listed.unsure ? null : <small>{whenShort(clock.dueAt, when)}</small>}
    </span>
  );
}
