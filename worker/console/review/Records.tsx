/** What was proposed, decided and held in the period. */
import { useSession } from '../session.ts';
import { Scroll } from '../ui/Scroll.tsx';
import { aboutWords } from './about.ts';
import { Chapter, type PackPart } from './Chapter.tsx';

export function Proposed({ pack, ground }: PackPart) {
  const { format } = useSession();
  const { words, telling, nameOf } = ground;
  const said = words.pack.proposals;
  const statusOf = (status: string) => {
    const { statuses } = words.proposals;
    return status === 'open' || status === 'adopted' || status === 'rejected' || status === 'withdrawn'
      ? statuses[status]
      : status;
  };
  return (
    <Chapter id="proposals" title={words.pack.contents.proposals}>
      {pack.proposals.length === 0 ? (
        <p class="soft">{said.none}</p>
      ) : (
        <Scroll label={words.pack.contents.proposals}>
          <table>
            <thead>
              <tr>
                <th scope="col">{said.proposal}</th>
                <th scope="col">{said.touches}</th>
                <th scope="col">{said.by}</th>
                <th scope="col">{said.votes}</th>
                <th scope="col">{said.status}</th>
              </tr>
            </thead>
            <tbody>
              {pack.proposals.map(({ id, title, about, by, votes, status }) => (
                <tr key={id} data-proposal={id}>
                  <th scope="row">
                    <a href={`/console/agreement/proposals/${id}`}>{title}</a>
                  </th>
                  <td>
                    {about.kind === 'lead'
                      ? words.proposals.kinds.lead
                      : aboutWords(about, telling, words.proposals)}
                  </td>
                  <td>{nameOf(by)}</td>
                  <td>{words.proposals.count(format.number(votes.for), format.number(votes.against))}</td>
                  <td>{statusOf(status)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Chapter>
  );
}

/** What was decided before the period and falls due in it or later: with that the pack opens. */
export function CarriedOver({ pack, ground }: PackPart) {
  const { words } = ground;
  const earlier = pack.decisions.filter(({ at }) => ground.onOf(at) < pack.from);
  if (earlier.length === 0) return null;
  return (
    <Chapter id="carried" title={words.pack.contents.carried}>
      <DecisionTable decisions={earlier} label={words.pack.contents.carried} pack={pack} ground={ground} />
    </Chapter>
  );
}

export function Decided({ pack, ground }: PackPart) {
  const { words } = ground;
  const own = pack.decisions.filter(({ at }) => ground.onOf(at) >= pack.from);
  return (
    <Chapter id="decisions" title={words.pack.contents.decisions}>
      {own.length === 0 ? (
        <p class="soft">{words.pack.decisions.none}</p>
      ) : (
        <DecisionTable decisions={own} label={words.pack.contents.decisions} pack={pack} ground={ground} />
      )}
    </Chapter>
  );
}

interface TableProps extends Pick<PackPart, 'pack' | 'ground'> {
  readonly decisions: PackPart['pack']['decisions'];
  readonly label: string;
}

function DecisionTable({ decisions, label, pack, ground }: TableProps) {
  const { words, nameOf, dayOf, dateOf } = ground;
  const said = words.pack.decisions;
  const { outcomes } = words.decide;
  const outcomeOf = (outcome: string) =>
    outcome === 'adopted' || outcome === 'rejected' || outcome === 'deferred' ? outcomes[outcome] : outcome;
  return (
    <Scroll label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.decided}</th>
            <th scope="col">{said.outcome}</th>
            <th scope="col">{said.owner}</th>
            <th scope="col">{said.due}</th>
            <th scope="col">{said.referee}</th>
          </tr>
        </thead>
        <tbody>
          {decisions.map(({ id, sessionId, at, text, outcome, owner, dueOn, referee, proposalId }) => (
            <tr key={id} data-decision={id}>
              <th scope="row">
                {titleOf(proposalId, pack)}
                {text}{' '}
                <small>
                  <a href={`/console/agreement/sessions/${sessionId}`}>{dateOf(at)}</a>
                </small>
              </th>
              <td>{outcomeOf(outcome)}</td>
              <td>{nameOf(owner)}</td>
              <td>{dueOn === null ? '–' : dayOf(dueOn)}</td>
              <td>{referee === null ? words.proposals.together : nameOf(referee)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** What a decision is about, where that is a proposal of this pack. */
function titleOf(proposalId: string | null, { proposals }: PackPart['pack']) {
  const title = proposals.find(({ id }) => id === proposalId)?.title;
  return title ? <b>{title}: </b> : null;
}

export function Held({ pack, ground }: PackPart) {
  const { format } = useSession();
  const { words, nameOf, dayOf } = ground;
  const said = words.pack.held;
  return (
    <Chapter id="sessions" title={words.pack.contents.sessions}>
      {pack.sessions.length === 0 ? (
        <p class="soft">{said.none}</p>
      ) : (
        <Scroll label={words.pack.contents.sessions}>
          <table>
            <thead>
              <tr>
                <th scope="col">{said.session}</th>
                <th scope="col">{said.referee}</th>
                <th scope="col">{said.there}</th>
                <th scope="col" class="n">
                  {said.decisions}
                </th>
              </tr>
            </thead>
            <tbody>
              {pack.sessions.map(({ id, kind, heldOn, referee, attendees, decisions }) => (
                <tr key={id} data-session={id}>
                  <th scope="row">
                    <a href={`/console/agreement/sessions/${id}`}>{words.sessions.of[kind](dayOf(heldOn))}</a>
                  </th>
                  <td>{referee === null ? '–' : nameOf(referee)}</td>
                  <td>{attendees.length === 0 ? '–' : format.list(attendees.map(nameOf))}</td>
                  <td class="n">{format.number(decisions)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Chapter>
  );
}
