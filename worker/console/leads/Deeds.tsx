/** What can be done to the leads that are selected, and the word on how it went. */
import { useState } from 'preact/hooks';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { LeadsWords } from '../../../shared/messages/consoleLeads/index.ts';
import type { Forms } from '../../../shared/messages/format.ts';
import type { LeadView } from '../../../shared/protocol/leads.ts';
import type { MemberView } from '../../../shared/protocol/people.ts';
import { useCache } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Choice } from '../ui/Choice.tsx';
import { type Doing, type Said } from '../ui/useDoing.ts';
import { accept, assign, giveBack, type Outcome, snooze } from './deeds.ts';
import { SnoozeDialog } from './SnoozeDialog.tsx';

interface Props {
  readonly leads: readonly LeadView[];
  readonly words: LeadsWords;
  readonly definitions: Definitions;
  readonly people: readonly MemberView[];
  readonly doing: Doing;
  readonly onDone: () => void;
}

const NOBODY = 'none';

export function Deeds({ leads, words: { deeds, ...words }, definitions, people, doing, onDone }: Props) {
  const { me, format, words: shell } = useSession();
  const cache = useCache();
  const [isSnoozing, setSnoozing] = useState(false);
  const ids = leads.map(({ id }) => id);
  const many = ids.length;
  const count = (forms: Forms) => format.plural(many, forms);

  const told = (outcome: Outcome, forms: Forms, back: Said['back'] = null): Said => {
    cache.moved();
    const failed =
      outcome.failed === 0
        ? ''
        : ` · ${format.plural(outcome.failed, deeds.failed)}${outcome.why ? `: ${outcome.why}` : ''}`;
    const text = `${format.plural(outcome.done, forms)}${failed}`;
    return { text, tone: outcome.failed > 0 ? 'late' : 'ok', back: outcome.done > 0 ? back : null };
  };

  const give = (owner: string) => {
    const before = leads.map(({ id, owner }) => ({ id, owner }));
    const takeBack = () =>
      void doing.now(count(deeds.doing), async () => {
        const outcome = await giveBack(before);
        return outcome.failed > 0
          ? told(outcome, deeds.assigned)
          : { ...told(outcome, deeds.assigned), text: deeds.undone };
      });
    void doing.now(count(deeds.doing), async () =>
      told(await assign(ids, owner === NOBODY ? null : owner), deeds.assigned, takeBack),
    );
    onDone();
  };
  const later = (what: string, forms: Forms, act: () => Promise<Outcome>) => {
    doing.soon(
      (seconds) => deeds.soon(`${what} · ${count(deeds.selected)}`, format.number(seconds)),
      deeds.cancelled,
      count(deeds.doing),
      async () => told(await act(), forms),
    );
    onDone();
  };

  const mayAssign = me.role === 'admin' || me.role === 'manager';
  const maySell = me.role !== 'marketer';
  const takers = people.filter(({ active, side, role }) => active && side === 'sales' && role === 'sdr');
  if (many === 0) return null;
  return (
    <div class="deeds" role="group" aria-label={deeds.label}>
      <b>{count(deeds.selected)}</b>
      {mayAssign ? (
        <Choice
          label={deeds.assign}
          all={deeds.assign}
          value=""
          options={[
            ...takers.map(({ id, name }) => ({ id, label: name })),
            { id: NOBODY, label: deeds.toNobody },
          ]}
          onPick={(owner) => owner !== '' && give(owner)}
        />
      ) : null}
      {maySell ? (
        <>
          <button
            type="button"
            disabled={doing.busy}
            onClick={() => later(deeds.accept, deeds.accepted, () => accept(ids))}
          >
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
            later(deeds.snooze, deeds.snoozed, () => snooze(ids, untilOn, reason));
          }}
        />
      ) : null}
    </div>
  );
}
