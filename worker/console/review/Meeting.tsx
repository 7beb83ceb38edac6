/** One session: its agenda made by itself, decided item by item, its minutes; in big type for a screen (TGT7). */
import { useEffect, useState } from 'preact/hooks';
import type { SessionResponse } from '../../../shared/protocol/proposals.ts';
import { useAddress } from '../address.ts';
import { useQuery } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Page } from '../ui/Page.tsx';
import { type Deciding, itemsOf } from './agenda.ts';
import { AgendaList } from './AgendaList.tsx';
import { CloseDialog } from './CloseDialog.tsx';
import { Counted } from './Counted.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { Places } from '../ui/Places.tsx';
import { Present } from './Present.tsx';
import { Notes } from './Notes.tsx';
import { useRunningHead } from '../ui/paper.ts';
import { sessionNumbered, sessions } from './resources.ts';
import { ScreenView } from './ScreenView.tsx';
import type { Ground } from './useGround.ts';

export function Meeting({ id, ground }: { readonly id: string; readonly ground: Ground }) {
  const read = useQuery(sessionNumbered(id));
  if (read.value) return <Held held={read.value} ground={ground} />;
  return (
    <Page title={ground.words.sessions.title}>
      <Places here="sessions" />
      <Awaited read={read} lines={10} />
    </Page>
  );
}

function Held({ held, ground }: { readonly held: SessionResponse; readonly ground: Ground }) {
  const { me, words: common, format } = useSession();
  const { query, set } = useAddress();
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [isClosing, setClosing] = useState(false);
  const next = useQuery(sessions).value?.next;
  const { words, dayOf, dateOf } = ground;
  const { session } = held;
  const { kind, heldOn, closedAt } = session;
  const said = words.meeting;
  const title = words.sessions.of[kind](dayOf(heldOn));
  const items = itemsOf(held, ground, format);
  const isOpen = closedAt === null;
  const mayWrite = isOpen && (me.role === 'admin' || me.role === 'manager');
  const onDecide = mayWrite ? setDeciding : null;
  const screen = query['screen'] === undefined ? null : Number(query['screen']);
  useRunningHead(me.workspaceName, title, words.pack.page);
  const dialog =
    deciding === null ? null : (
      <DecideDialog
        session={session}
        item={deciding === 'else' ? null : deciding}
        ground={ground}
        onClose={() => setDeciding(null)}
      />
    );
  const isScreen = screen !== null;
  useEffect(() => {
    document.documentElement.toggleAttribute('data-screen', isScreen);
    return () => document.documentElement.removeAttribute('data-screen');
  }, [isScreen]);
  if (screen !== null)
    return (
      <Page title={title}>
        <ScreenView items={items} held={held} at={screen} ground={ground} onDecide={onDecide} />
        {dialog}
      </Page>
    );
  return (
    <Page
      title={title}
      about={closedAt === null ? words.sessions.isOpen : said.closed(dateOf(closedAt))}
      actions={
        <>
          <button type="button" onClick={() => set({ screen: '0' }, 'push')}>
            {said.screen}
          </button>
          <button type="button" onClick={() => print()}>
            {common.print}
          </button>
          {mayWrite ? (
            <button type="button" class="strong" onClick={() => setClosing(true)}>
              {said.close}
            </button>
          ) : null}
        </>
      }
    >
      <Places here="sessions" />
      <div class="meeting stack">
        <Present session={session} ground={ground} mayWrite={mayWrite} />
        <Counted held={held} ground={ground} mayWrite={mayWrite} />
        <AgendaList held={held} items={items} ground={ground} onDecide={onDecide} />
        <Notes session={session} ground={ground} mayWrite={mayWrite} />
        {next ? <p class="soft">{said.next(dayOf(next[kind]))}</p> : null}
      </div>
      {dialog}
      {isClosing ? <CloseDialog id={session.id} ground={ground} onClose={() => setClosing(false)} /> : null}
    </Page>
  );
}
