/** The agenda by groups, each item with what was decided about it. */
import type { SessionResponse } from '../../../shared/protocol/proposals.ts';
import { useSession } from '../session.ts';
import { Panel } from '../ui/Panel.tsx';
import { type Deciding, GROUPS, type Item, otherDecisions } from './agenda.ts';
import { DecisionLine } from './DecisionLine.tsx';

import { ProposalBody } from './ProposalEntry.tsx';
import type { Ground } from './useGround.ts';
import { VotesBySide } from './Votes.tsx';

interface Props {
  readonly held: SessionResponse;
  readonly items: readonly Item[];
  readonly ground: Ground;
  /** Null where nothing may be written down. */
  readonly onDecide: ((deciding: Deciding) => void) | null;
}

export function AgendaList({ held, items, ground, onDecide }: Props) {
  const { format } = useSession();
  const { words, nameOf } = ground;
  const said = words.meeting;
  const others = otherDecisions(held, items);
  const hidden = held.points?.hidden ?? 0;
  return (
    <>
      {items.length === 0 ? (
        <section class="panel empty">
          <h2>{said.nothingTitle}</h2>
          <p>{said.nothing}</p>
        </section>
      ) : null}
      {GROUPS.map((group) => {
        const own = items.filter(({ kind }) => kind === group);
        if (own.length === 0 && !(group === 'contest' && hidden > 0)) return null;
        return (
          <Panel key={group} title={said.groups[group]}>
            <ol class="agenda">
              {own.map((item) => (
                <li key={item.key} data-item={item.key}>
                  <ItemText item={item} ground={ground} />
                  <ItemDecisions item={item} ground={ground} isOpen={held.session.closedAt === null} />
                  {onDecide && !isSettled(item) ? (
                    <button type="button" class="decide" onClick={() => onDecide(item)}>
                      {said.decide}
                      <span class="unseen">: {item.title}</span>
                    </button>
                  ) : null}
                </li>
              ))}
            </ol>
            {group === 'contest' && hidden > 0 ? (
              <p class="minor">{format.plural(hidden, said.hidden)}</p>
            ) : null}
          </Panel>
        );
      })}
      {others.length > 0 || onDecide ? (
        <Panel title={others.length > 0 ? said.otherDecisions : said.decisions}>
          {others.map((decision) => (
            <DecisionLine key={decision.id} decision={decision} words={words} nameOf={nameOf} />
          ))}
          {onDecide ? (
            <button type="button" class="decide" onClick={() => onDecide('else')}>
              {said.decideElse}
            </button>
          ) : null}
        </Panel>
      ) : null}
    </>
  );
}

export function isSettled({ proposal }: Item): boolean {
  return proposal !== null && proposal.status !== 'open';
}

export function ItemText({ item, ground }: { readonly item: Item; readonly ground: Ground }) {
  const { title, lines, link, proposal } = item;
  return (
    <>
      <h3>{title}</h3>
      {lines.map((line) => (
        <p key={line} class="minor">
          {line}
        </p>
      ))}
      {proposal ? (
        <>
          <ProposalBody proposal={proposal} ground={ground} />
          <VotesBySide proposal={proposal} ground={ground} />
        </>
      ) : null}
      {link ? (
        <p class="to-leads">
          <a href={link.href}>{link.label}</a>
        </p>
      ) : null}
    </>
  );
}

export function ItemDecisions({
  item,
  ground: { words, nameOf },
  isOpen,
}: {
  readonly item: Item;
  readonly ground: Ground;
  readonly isOpen: boolean;
}) {
  if (item.decisions.length === 0 && !isOpen) return <p class="minor">{words.meeting.noDecision}</p>;
  return (
    <>
      {item.decisions.map((decision) => (
        <DecisionLine key={decision.id} decision={decision} words={words} nameOf={nameOf} />
      ))}
    </>
  );
}
