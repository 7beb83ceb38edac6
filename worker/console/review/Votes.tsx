/** How each side voted, and one's own vote: pressed again it is taken back. */
import { SIDES } from '../../../shared/lead/vocabulary.ts';
import type { ProposalView } from '../../../shared/protocol/proposals.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import { vote } from './resources.ts';
import type { Ground } from './useGround.ts';

interface Props {
  readonly proposal: ProposalView;
  readonly ground: Ground;
}

export function VotesBySide({ proposal: { votes }, ground: { words } }: Props) {
  const { format } = useSession();
  const said = words.proposals;
  const sides = SIDES.filter((side) => votes.sides[side].for + votes.sides[side].against > 0);
  return (
    <dl class="votes" aria-label={said.votes}>
      {sides.length === 0 ? (
        <div>
          <dt>{said.votes}</dt>
          <dd>{said.nobodyVoted}</dd>
        </div>
      ) : null}
      {sides.map((side) => (
        <div key={side} data-side={side}>
          <dt>{words.sides[side]}</dt>
          <dd>
            {said.count(format.number(votes.sides[side].for), format.number(votes.sides[side].against))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function VoteButtons({ proposal: { id, votes }, ground: { words } }: Props) {
  const { words: common } = useSession();
  const { run, busy, failure } = useDeed(vote);
  const said = words.proposals;
  const choices = [
    ['for', said.forIt],
    ['against', said.againstIt],
  ] as const;
  return (
    <>
      {choices.map(([choice, label]) => (
        <button
          key={choice}
          type="button"
          class="vote"
          disabled={busy}
          aria-pressed={votes.mine === choice}
          onClick={() => void run({ id, vote: votes.mine === choice ? null : choice })}
        >
          {label}
        </button>
      ))}
      {failure ? <Failed failure={failure} words={common} /> : null}
    </>
  );
}
