/** One proposal: what, why and by whom, what it touches, the leads that show it, the votes, what became of it. */
import type { ProposalView } from '../../../shared/protocol/proposals.ts';
import { useCache } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import type { Doing } from '../ui/useDoing.ts';
import { aboutWords, nameOfLead } from './about.ts';
import { DecisionLine } from './DecisionLine.tsx';
import { DraftIt } from './DraftIt.tsx';
import { withdraw } from './resources.ts';
import { changesInWords } from './suggested.ts';
import type { Ground } from './useGround.ts';
import { VoteButtons, VotesBySide } from './Votes.tsx';

interface Props {
  readonly proposal: ProposalView;
  readonly ground: Ground;
  readonly doing: Doing;
}

export function ProposalEntry({ proposal, ground, doing }: Props) {
  const { me, words: common } = useSession();
  const cache = useCache();
  const { words, nameOf, dateOf } = ground;
  const said = words.proposals;
  const { id, title, status, by, at, changes, decision } = proposal;
  const isOpen = status === 'open';
  const takeBack = () =>
    doing.soon(said.withdrawing, said.kept, common.loading, async () => {
      const answer = await withdraw(id, crypto.randomUUID());
      cache.moved();
      if (answer.ok) return { text: said.withdrawn, tone: 'ok', back: null };
      return { text: common.failures[answer.failure.kind], tone: 'late', back: null };
    });
  return (
    <article class="panel proposal" data-proposal={id} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>
          <a href={`/console/agreement/proposals/${id}`}>{title}</a>
        </h2>
        <span class={isOpen ? 'tag risk' : 'tag'}>{said.statuses[status]}</span>
        <p>{said.by(nameOf(by), dateOf(at))}</p>
      </header>
      <ProposalBody proposal={proposal} ground={ground} />
      <VotesBySide proposal={proposal} ground={ground} />
      {decision ? <DecisionLine decision={decision} words={words} nameOf={nameOf} linked /> : null}
      <div class="buttons">
        {isOpen ? <VoteButtons proposal={proposal} ground={ground} /> : null}
        {me.role === 'sdr' || status === 'rejected' || status === 'withdrawn' ? null : (
          <DraftIt changes={changes} version={ground.version.version} words={said} />
        )}
        {isOpen && by === me.memberId ? (
          <button type="button" class="quiet last" onClick={takeBack}>
            {said.withdraw}
          </button>
        ) : null}
      </div>
    </article>
  );
}

/** What it says, without who voted and what may be done: in a session it is read out. */
export function ProposalBody({ proposal, ground }: Omit<Props, 'doing'>) {
  const { language } = useSession();
  const { telling, words, version } = ground;
  const said = words.proposals;
  const { text, about, changes, leads } = proposal;
  const sentences = changesInWords(changes, version.definitions, language);
  return (
    <>
      <p class="touches">
        {about.kind === 'lead' && leads.length > 0 ? null : aboutWords(about, telling, said, leads)}
      </p>
      {text ? <p class="why">{text}</p> : null}
      {sentences.length > 0 ? (
        <div>
          <h3>{said.changes}</h3>
          <ul class="changes">
            {sentences.map((sentence) => (
              <li key={sentence} data-kind="changed">
                {sentence}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {leads.length > 0 ? (
        <div>
          <h3>{said.examples}</h3>
          <ul class="examples">
            {leads.map((lead) => (
              <li key={lead.id}>
                <a href={`/console/leads/${lead.id}`}>{nameOfLead(lead, said)}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
