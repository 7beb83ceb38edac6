/** The table of leads: rows as they come into sight, each a link to its card. */
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { Version } from '../../../shared/definitions/version.ts';
import type { LeadsWords } from '../../../shared/messages/consoleLeads/index.ts';
import type { LeadView } from '../../../shared/protocol/leads.ts';
import type { MemberView } from '../../../shared/protocol/people.ts';
import type { When } from '../../../shared/ui/when.ts';
import { useVirtualRows } from '../ui/useVirtualRows.ts';
import { LeadRow } from './LeadRow.tsx';
import { NONE, pickedOf, type Selection } from './picked.ts';
import type { LeadPages } from './useLeadPages.ts';

interface Props {
  readonly pages: LeadPages;
  readonly words: LeadsWords;
  readonly definitions: Definitions;
  readonly people: readonly MemberView[];
  readonly when: When;
  readonly versions: readonly Version[];
  readonly selected: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** Address of a lead's card. */
  readonly to: (leadId: string) => string;
  readonly open: string | null;
  /** Whether this person may do anything to many. */
  readonly selects: boolean;
}

const ROW_PX = 44;
const NEAR = 20;

export function LeadTable(props: Props) {
  const { pages, words, selected, onSelect, selects } = props;
  const { leads, more, next } = pages;
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, total } = useVirtualRows({ count: leads.length, height: ROW_PX, scroller });
  const last = rows.at(-1)?.index ?? 0;
  // Scrolling draws the table alone, with the same props: a row that stands already is handed back as it is.
  const standing = useMemo(() => new Map<number, VNode>(), [props]);
  useEffect(() => {
    if (more && leads.length > 0 && last >= leads.length - NEAR) next();
  }, [last, more, leads.length]);
  const { columns } = words;
  const isAll = leads.length > 0 && leads.every(({ id }) => selected.has(id));
  const pick = (lead: LeadView, isPicked: boolean) => {
    const changed = new Map(selected);
    if (isPicked) changed.set(lead.id, pickedOf(lead));
    else changed.delete(lead.id);
    onSelect(changed);
  };
  return (
    <div
      class={selects ? 'lead-table selects' : 'lead-table'}
      role="table"
      aria-label={words.table}
      aria-rowcount={more ? -1 : leads.length + 1}
    >
      <div role="rowgroup" class="head">
        <div role="row" aria-rowindex={1}>
          {selects ? (
            <span role="columnheader">
              <input
                type="checkbox"
                aria-label={columns.selectAll}
                checked={isAll}
                onChange={() =>
                  onSelect(isAll ? NONE : new Map(leads.map((lead) => [lead.id, pickedOf(lead)])))
                }
              />
            </span>
          ) : null}
          <span role="columnheader">{columns.lead}</span>
          <span role="columnheader">{columns.stage}</span>
          <span role="columnheader" class="n">
            {columns.score}
          </span>
          <span role="columnheader">{columns.clock}</span>
          <span role="columnheader">{columns.owner}</span>
          <span role="columnheader" class="extra">
            {columns.segment}
          </span>
          <span role="columnheader" class="extra">
            {columns.source}
          </span>
        </div>
      </div>
      <div class="rows" ref={scroller} role="rowgroup" tabIndex={leads.length > 0 ? -1 : undefined}>
        <div class="all" style={{ height: `${total}px` }} role="presentation">
          {rows.map(({ index, start, key }) => {
            const lead = leads[index];
            const stands = standing.get(index);
            if (!lead || stands) return stands ?? null;
            const row = (
              <LeadRow
                key={key}
                {...props}
                lead={lead}
                move={pages.moves.get(lead.id) ?? null}
                place={index}
                top={start}
                isSelected={selected.has(lead.id)}
                onPick={(isPicked) => pick(lead, isPicked)}
              />
            );
            standing.set(index, row);
            return row;
          })}
        </div>
      </div>
    </div>
  );
}
