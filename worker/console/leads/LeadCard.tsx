/** The same card as in the extension, of this moment or of a day gone by. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { memberOf } from '../../../shared/lead/memberAt.ts';
import { dateAt, endOfDate } from '../../../shared/target/period.ts';
import { HISTORY_PAGE } from '../../../shared/ui/buildHistory.ts';
import type { ToastView } from '../../../shared/ui/buildToast.ts';
import { Card } from '../../../shared/ui/card/Card.tsx';
import type { CardAct } from '../../../shared/ui/card/cardAct.ts';
import '../../../shared/ui/pieces.css';
import '../../../shared/ui/card.css';
import { addressOf, useAddress } from '../address.ts';
import { useCache, useQuery } from '../api/hooks.ts';
import { request } from '../api/request.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useTick } from '../ui/useTick.ts';
import { CommandDone } from '../../../shared/protocol/leadCommands.ts';
import { perform, toastOf } from './act.ts';
import type { CardPlaceProps } from './CardPlace.tsx';
import { type Ground, groundOf } from '../api/ground.ts';
import { othersOf } from './account.ts';
import { Day } from './Day.tsx';
import { cardNow, cardThen } from './view.ts';

export function LeadCard(props: CardPlaceProps) {
  const { leadId, words, onClose } = props;
  const { words: shell } = useSession();
  const read = useQuery(groundOf(leadId));
  useEffect(() => {
    const leaving = new AbortController();
    const onKeyDown = ({ key, target }: KeyboardEvent) => {
      const isTyping =
        target instanceof Element && target.closest('input, select, textarea, dialog') !== null;
      if (key === 'Escape' && !isTyping) onClose();
    };
    document.addEventListener('keydown', onKeyDown, { signal: leaving.signal });
    return () => leaving.abort();
  }, [onClose]);
  if (read.value) return <Shown {...props} ground={read.value} reload={read.reload} />;
  return (
    <section class="panel">
      {read.failure ? (
        read.failure.kind === 'not-found' ? (
          <p>{words.card.gone}</p>
        ) : (
          <Failed failure={read.failure} words={shell} onRetry={read.reload} />
        )
      ) : (
        <Skeleton words={shell} lines={10} />
      )}
      <button type="button" onClick={onClose}>
        {words.card.back}
      </button>
    </section>
  );
}

interface ShownProps extends CardPlaceProps {
  readonly ground: Ground;
  readonly reload: () => void;
}

function Shown({ ground, version, words, onShown, onClose, reload }: ShownProps) {
  const { me, language, messages, words: shell } = useSession();
  const { go, query, set } = useAddress();
  const cache = useCache();
  const others = useQuery(othersOf(ground.leadId)).value;
  const tick = useTick(1_000);
  const [lines, setLines] = useState(HISTORY_PAGE);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [toast, setToast] = useState<ToastView | null>(null);
  useEffect(onShown, []);

  const calendar = workspaceCalendarOf(version);
  const today = dateAt(calendar, tick);
  const on = /^\d{4}-\d{2}-\d{2}$/.test(query['at'] ?? '') ? (query['at'] ?? null) : null;
  const known = query['known'] === 'now' ? 'now' : 'then';
  const viewer = { me, language };
  const at = on === null ? null : Math.min(endOfDate(calendar, on) - 1, tick);
  const minute = Math.floor(tick / 60_000);
  const then = useMemo(
    () => (at === null ? null : cardThen(ground, at, known, viewer, lines)),
    [ground, on, known, language, lines],
  );
  const view = useMemo(
    () => (on === null ? cardNow(ground, Date.now(), viewer, lines, others) : (then?.view ?? null)),
    [ground, on, then, language, lines, minute, others],
  );

  const act = async (deed: CardAct): Promise<boolean> => {
    if (busy || view === null || on !== null) return false;
    const nameOf = (member: string) => ground.room.members.find(({ id }) => id === member)?.name ?? member;
    const about = { view, revision: ground.revision, memberId: me.memberId, messages, nameOf };
    setBusy(true);
    setProblem(null);
    const answer = await perform(deed, about);
    setBusy(false);
    cache.moved();
    reload();
    if (answer.ok) setToast(toastOf(deed, answer.value, about, Date.now()));
    else setProblem(answer.failure.said ?? shell.failures[answer.failure.kind]);
    return answer.ok;
  };
  const undo = async (undone: ToastView) => {
    const answer = await request(CommandDone, `POST /v1/attempts/${undone.id}/withdraw`, {
      key: crypto.randomUUID(),
    });
    cache.moved();
    reload();
    if (answer.ok) setToast({ ...undone, text: messages.toast.undone, undoLabel: null, undoUntil: null });
    else setProblem(answer.failure.said ?? messages.errors.refused);
  };
  const colleagues = () =>
    Promise.resolve(
      ground.room.members
        .map((member) => memberOf(ground.room, member, tick))
        .filter(({ active, side }) => active && side === 'sales')
        .map(({ id, name, team, awayUntil }) => ({
          id,
          name,
          team: ground.room.teams.find((one) => one.id === team)?.label ?? null,
          away: awayUntil !== null,
          me: id === me.memberId,
        })),
    );

  return (
    <>
      <Day
        words={words}
        on={on}
        today={today}
        known={known}
        version={then?.version ?? null}
        onPick={(day) => set({ at: day, known: day === null ? null : known })}
        onKnown={(next) => set({ known: next === 'then' ? null : next })}
      />
      {view === null ? (
        <section class="panel">
          <p>{words.card.notYet}</p>
        </section>
      ) : (
        <Card
          frame="section"
          view={view}
          now={on === null ? Math.max(view.builtAt, tick) : view.builtAt}
          messages={messages}
          busy={busy}
          problem={problem}
          toast={toast}
          sure={on === null}
          online={navigator.onLine}
          act={act}
          colleagues={colleagues}
          copy={(text) =>
            navigator.clipboard.writeText(text).then(
              () => true,
              () => false,
            )
          }
          onMoreHistory={() => setLines((shown) => shown + HISTORY_PAGE)}
          onOpen={(other) => go(addressOf(`/console/leads/${other}`, { ...query, at: null, known: null }))}
          onUndo={(undone) => void undo(undone)}
          onElsewhere={null}
          onClose={onClose}
        />
      )}
    </>
  );
}
