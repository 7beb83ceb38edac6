/** What can be done to the leads that are selected, and the word on how it went. */
import { useState } from 'preact/hooks';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { LeadsWords } from '../../../shared/messages/consoleLeads/index.ts';
import type { Forms } from '../../../shared/messages/format.ts';
import type { MemberView } from '../../../shared/protocol/people.ts';
import { useCache } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Choice } from '../ui/Choice.tsx';
import type { Doing, Run, Said } from '../ui/useDoing.ts';
import { actOn, assign, giveBack, type Outcome } from './deeds.ts';
import type { Picked } from './picked.ts';
import { SnoozeDialog } from './SnoozeDialog.tsx';
import type { NotDone } from './Undone.tsx';

interface Props {
  readonly leads: readonly Picked[];
  readonly words: LeadsWords;
  readonly definitions: Definitions;
  readonly people: readonly MemberView[];
  readonly doing: Doing;
  /** All that match may be selected too; null where all of them are listed. */
  readonly onAll: (() => void) | null;
  readonly onDone: () => void;
  readonly onNotDone: (notDone: readonly NotDone[]) => void;
}

const NOBODY = 'none';

export function Deeds(props: Props) {
  const { leads, definitions, people, doing, onAll, onDone, onNotDone } = props;
  const { deeds, ...words } = props.words;
  const { me, format, words: shell } = useSession();
  const cache = useCache();
  const [isSnoozing, setSnoozing] = useState(false);
  const ids = leads.map(({ id }) => id);
  const many = ids.length;
  const count = (forms: Forms) => format.plural(many, forms);

  const told = ({ done, failed }: Outcome, forms: Forms, back: Said['back'] = null): Said => {
    cache.moved();
    const byId = new Map(leads.map((lead) => [lead.id, lead]));
    onNotDone(
      failed.flatMap(({ leadId, why }) => {
        const lead = byId.get(leadId);
        return lead ? [{ lead, why }] : [];
      }),
    );
    const left = many - done.length - failed.length;
    const text = [
      format.plural(done.length, forms),
      ...(failed.length > 0 ? [format.plural(failed.length, deeds.failed)] : []),
      ...(left > 0 ? [format.plural(left, deeds.left)] : []),
    ].join(' · ');
    const tone = failed.length > 0 || left > 0 ? 'late' : 'ok';
    return { text, tone, back: done.length > 0 ? back : null };
  };
  /** What was done is taken back, whatever is selected by then. */
  const takingBack = (outcome: Outcome, undo: (run: Run) => Promise<Outcome>) => () =>
    void doing.now(format.plural(outcome.done.length, deeds.doing), async (run) => {
      const undone = await undo(run);
      cache.moved();
      const all = undone.done.length === outcome.done.length;
      const left = outcome.done.length - undone.done.length;
      const text = all ? deeds.undone : `${deeds.undone} ${format.plural(left, deeds.failed)}`;
      return { text, tone: all ? 'ok' : 'late', back: null };
    });

  const give = (owner: string) => {
    void doing.now(count(deeds.doing), async (run) => {
      const outcome = await assign(ids, owner === NOBODY ? null : owner, run);
      const given = new Set(outcome.done);
      const before = leads.filter(({ id }) => given.has(id));
      return told(
        outcome,
        deeds.assigned,
        takingBack(outcome, (undoing) => giveBack(before, undoing)),
      );
    });
    onDone();
  };
  const later = (what: string, act: (run: Run) => Promise<Said>) => {
    doing.soon(
      (seconds) => deeds.soon(`${what} · ${count(deeds.selected)}`, format.number(seconds)),
      deeds.cancelled,
      count(deeds.doing),
      act,
    );
    onDone();
  };
  const accept = () =>
    later(deeds.accept, async (run) => told(await actOn(ids, { kind: 'accept' }, run), deeds.accepted));
  const snooze = (untilOn: string, reason: string) =>
    later(deeds.snooze, async (run) => {
      const outcome = await actOn(ids, { kind: 'snooze', untilOn, reason }, run);
      const wake = (waking: Run) => actOn(outcome.done, { kind: 'resume' }, waking);
      return told(outcome, deeds.snoozed, takingBack(outcome, wake));
    });

  const mayAssign = me.role === 'admin' || me.role === 'manager';
  const maySell = me.role !== 'marketer';
  const takers = people.filter(({ active, side, role }) => active && side === 'sales' && role === 'sdr');
  if (many === 0) return null;
  return (
    <div class="deeds" role="group" aria-label={deeds.label}>
      <b>{count(deeds.selected)}</b>
      {onAll === null ? null : (
        <button type="button" disabled={doing.busy} onClick={onAll}>
          {deeds.selectAll}
        </button>
      )}
      {mayAssign ? (
        <Choice
          label={deeds.assign}
          all={deeds.assign}
          value=""
          options={[
            ...takers.map(({ id, name }) => ({ id, label: name })),
            { id: NOBODY, label: deeds.toNobody },
          ]}
          onPick={(owner) => owner !== '' && !doing.busy && give(owner)}
        />
      ) : null}
      {maySell ? (
        <>
          <button type="button" disabled={doing.busy} onClick={accept}>
            {deeds.accept}
          </button>
          <button type="button" disabled={doing.busy} onClick={() => setSnoozing(true)}>
            {deeds.snooze}
          </button>
        </>
      ) : null}
      <button type="button" class="quiet" onClick={onDone}>
        {shell.clear}
      </button>
      {isSnoozing ? (
        <SnoozeDialog
          title={`${deeds.snooze} · ${count(deeds.selected)}`}
          words={{ deeds, ...words }}
          definitions={definitions}
          onClose={() => setSnoozing(false)}
          onSnooze={(untilOn, reason) => {
            setSnoozing(false);
            snooze(untilOn, reason);
          }}
        />
      ) : null}
    </div>
  );
}
