/** Sessions: when the next one is due, the one that is open, and the minutes of those held (TGT7). */
import { useState } from 'preact/hooks';
import { reviewWords } from '../../../shared/messages/consoleReview/index.ts';
import { useQuery } from '../api/hooks.ts';
import type { RoomProps } from '../rooms.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Page } from '../ui/Page.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Meeting } from './Meeting.tsx';
import { OpenDialog } from './OpenDialog.tsx';
import { Places } from '../ui/Places.tsx';
import { proposalsIn, sessions } from './resources.ts';
import { type Ground, useGround } from './useGround.ts';
import './review.css';

const KINDS = ['session', 'review'] as const;

export default function Sessions({ part }: RoomProps) {
  const { read, ground } = useGround();
  const { language } = useSession();
  if (ground && part !== null) return <Meeting id={part} ground={ground} />;
  if (ground) return <List ground={ground} />;
  return (
    <Page title={reviewWords(language).sessions.title}>
      <Awaited read={read} lines={8} />
    </Page>
  );
}

function List({ ground }: { readonly ground: Ground }) {
  const { me, format } = useSession();
  const [isOpening, setOpening] = useState(false);
  const read = useQuery(sessions);
  const waiting = useQuery(proposalsIn('open', 200)).value?.proposals.length ?? 0;
  const { words, dayOf, nameOf } = ground;
  const said = words.sessions;
  const held = read.value?.sessions ?? [];
  const open = held.filter(({ closedAt }) => closedAt === null);
  const mayOpen = me.role === 'admin' || me.role === 'manager';
  return (
    <Page
      title={said.title}
      actions={
        mayOpen && open.length < KINDS.length ? (
          <button type="button" class="strong" onClick={() => setOpening(true)}>
            {said.open}
          </button>
        ) : null
      }
    >
      <Places here="sessions" />
      <div class="stack">
        {open.map(({ id, kind, heldOn }) => (
          <p key={id} class="notice running">
            <b>{said.of[kind](dayOf(heldOn))}</b> {said.running}{' '}
            <a href={`/console/agreement/sessions/${id}`}>{said.goTo}</a>
          </p>
        ))}
        {read.value ? (
          <ul class="next">
            {KINDS.map((kind) => (
              <li key={kind} data-next={kind}>
                {said.next[kind](dayOf(read.value?.next[kind] ?? ''))}
              </li>
            ))}
            {waiting > 0 ? (
              <li>
                <a href="/console/agreement/proposals?status=open">{format.plural(waiting, said.waiting)}</a>
              </li>
            ) : null}
          </ul>
        ) : null}
        {read.value && held.length === 0 ? (
          <section class="panel empty">
            <h2>{said.emptyTitle}</h2>
            <p>{said.empty}</p>
          </section>
        ) : (
          <Panel title={said.held}>
            <Awaited read={read} lines={5} />
            {held.length > 0 ? (
              <table>
                <thead>
                  <tr>
                    <th scope="col">{said.date}</th>
                    <th scope="col">{said.there}</th>
                    <th scope="col">{said.state}</th>
                  </tr>
                </thead>
                <tbody>
                  {held.map(({ id, kind, heldOn, referee, closedAt }) => (
                    <tr key={id} data-session={id}>
                      <th scope="row">
                        <a href={`/console/agreement/sessions/${id}`}>{said.of[kind](dayOf(heldOn))}</a>
                      </th>
                      <td>{referee === null ? '–' : nameOf(referee)}</td>
                      <td>{closedAt === null ? said.isOpen : said.isClosed}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ) : null}
          </Panel>
        )}
      </div>
      {isOpening ? (
        <OpenDialog ground={ground} taken={open.map(({ kind }) => kind)} onClose={() => setOpening(false)} />
      ) : null}
    </Page>
  );
}
