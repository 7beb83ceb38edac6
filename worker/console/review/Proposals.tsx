/** Proposals: what anybody asks to change of the agreement, voted on by both sides until a session decides (TGT7). */
import { reviewWords } from '../../../shared/messages/consoleReview/index.ts';
import { PROPOSAL_STATUSES } from '../../../shared/protocol/proposals.ts';
import { useState } from 'preact/hooks';
import { useAddress } from '../address.ts';
import { useKeptQuery, useQuery } from '../api/hooks.ts';
import type { RoomProps } from '../rooms.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Page } from '../ui/Page.tsx';
import { SaidLine } from '../ui/SaidLine.tsx';
import { type Doing, useDoing } from '../ui/useDoing.ts';
import { Places } from '../ui/Places.tsx';
import { ProposalEntry } from './ProposalEntry.tsx';
import { ProposeDialog } from './ProposeDialog.tsx';
import { proposalNumbered, proposalsIn } from './resources.ts';
import { type Ground, useGround } from './useGround.ts';
import './review.css';

export default function Proposals({ part }: RoomProps) {
  const { language } = useSession();
  const { query, set } = useAddress();
  const { read, ground } = useGround();
  const doing = useDoing();
  const { proposals: said, propose } = reviewWords(language);
  const close = () => set({ new: null, id: null, lead: null });
  return (
    <Page
      title={said.title}
      about={said.about}
      actions={
        <button type="button" class="strong" onClick={() => set({ new: 'other' })}>
          {propose.act}
        </button>
      }
    >
      <Places here="proposals" />
      <SaidLine said={doing.said} />
      {!ground ? (
        <Awaited read={read} lines={8} />
      ) : part === null ? (
        <List ground={ground} doing={doing} />
      ) : (
        <One id={part} ground={ground} doing={doing} />
      )}
      {ground && query['new'] !== undefined ? <ProposeDialog ground={ground} onClose={close} /> : null}
    </Page>
  );
}

interface Props {
  readonly ground: Ground;
  readonly doing: Doing;
}

const PAGE = 25;

function List({ ground, doing }: Props) {
  const { query, set } = useAddress();
  const [limit, setLimit] = useState(PAGE);
  const said = ground.words.proposals;
  const status = PROPOSAL_STATUSES.find((one) => one === query['status']) ?? null;
  const read = useKeptQuery(proposalsIn(status, limit));
  const found = read.value?.proposals;
  return (
    <>
      {found?.length === 0 && status === null ? null : (
        <div class="filters" role="group" aria-label={said.status}>
          <Choice
            label={said.status}
            all={said.every}
            value={status ?? ''}
            options={PROPOSAL_STATUSES.map((id) => ({ id, label: said.statuses[id] }))}
            onPick={(id) => set({ status: id })}
          />
        </div>
      )}
      <Awaited read={read} lines={8} empty={found?.length === 0 && status !== null ? said.emptyHere : null} />
      {found?.length === 0 && status === null ? (
        <section class="panel empty">
          <h2>{said.emptyTitle}</h2>
          <p>{said.empty}</p>
        </section>
      ) : null}
      <ul class="proposals">
        {(found ?? []).map((proposal) => (
          <li key={proposal.id}>
            <ProposalEntry proposal={proposal} ground={ground} doing={doing} />
          </li>
        ))}
      </ul>
      {read.value?.cursor ? (
        <button type="button" onClick={() => setLimit(Math.min(200, limit + PAGE))}>
          {said.more}
        </button>
      ) : null}
    </>
  );
}

function One({ id, ground, doing }: Props & { readonly id: string }) {
  const read = useQuery(proposalNumbered(id));
  return (
    <>
      <p class="way-back">
        <a href="/console/agreement/proposals">{ground.words.proposals.all}</a>
      </p>
      {read.value ? (
        <ProposalEntry proposal={read.value} ground={ground} doing={doing} />
      ) : (
        <Awaited read={read} lines={6} />
      )}
    </>
  );
}
