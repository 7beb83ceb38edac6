/** What changes if a close rate, an average deal, a quota or the team moves: worked out here, kept nowhere. */
import { useMemo, useState } from 'preact/hooks';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import type { MemberView } from '../../../shared/protocol/people.ts';
import { openDaysIn, periodAt } from '../../../shared/target/period.ts';
import type { QuotaRow } from '../../../shared/target/quota.ts';
import { outcomeOf } from '../../../shared/target/whatIf.ts';
import { useSession } from '../session.ts';
import { Choice } from '../ui/Choice.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Dial } from './Dial.tsx';
import { OutcomeTable } from './OutcomeTable.tsx';
import type { Shown } from './part.ts';
import { attemptsEach, NOTHING_TRIED, planOf, todayPlan, type Tried } from './plan.ts';
import { WriteGoals } from './WriteGoals.tsx';

interface Props extends Shown {
  readonly rows: readonly QuotaRow[];
  readonly members: readonly MemberView[];
}

/** Sliders reach to this many times what is known. */
const REACH = 3;
const MOST_PEOPLE = 20;

export function WhatIf({ rows, members, ...part }: Props) {
  const { me, format } = useSession();
  const { version, words, figures, money, now } = part;
  const { definitions } = version;
  const said = words.whatIf;
  const [tries, setTries] = useState(NOTHING_TRIED);
  const [chosen, setChosen] = useState<string | null>(null);
  const segment = rows.find((row) => row.segment === chosen) ?? rows[0];
  const people = members.filter(
    ({ active, side, role }) => active && side === 'sales' && role === 'sdr',
  ).length;
  const calendar = workspaceCalendarOf(version);
  const today = useMemo(() => {
    const openDays = openDaysIn(calendar, periodAt(calendar, now, 'month'));
    return todayPlan(rows, people, openDays, attemptsEach(definitions, figures.capacity));
  }, [rows, people, calendar, definitions, figures.capacity]);
  if (!segment) return null;
  const plan = planOf(today, tries);
  const base = today.segments.find((one) => one.segment === segment.segment);
  const own = tries.segments[segment.segment] ?? {};
  const attempt = (change: Tried) =>
    setTries({ ...tries, segments: { ...tries.segments, [segment.segment]: { ...own, ...change } } });
  const labelOf = (id: string) => definitions.segments.find((one) => one.id === id)?.label ?? id;
  const hint = (value: string | null) => (value === null ? said.unknown : said.known(value));
  const cents = (value: number | null | undefined) => (value == null ? null : value / 100);
  const rate = base && base.closeRate.n > 0 ? base.closeRate.hits / base.closeRate.n : null;
  const close = rate === null ? null : Math.round(rate * 1_000) / 10;
  const [quota, deal] = [cents(base?.quotaCents), cents(base?.dealCents)];
  const attempts = format.number(Math.round(plan.attempts * 10) / 10);
  return (
    <Panel
      class="wide what-if"
      title={said.title}
      about={said.about}
      actions={
        <button type="button" disabled={tries === NOTHING_TRIED} onClick={() => setTries(NOTHING_TRIED)}>
          {said.reset}
        </button>
      }
    >
      <div class="trying" id="what-if">
        <div class="dials" role="group" aria-label={said.title}>
          {rows.length < 2 ? null : (
            <Choice
              label={said.segment}
              value={segment.segment}
              options={rows.map((row) => ({ id: row.segment, label: labelOf(row.segment) }))}
              onPick={setChosen}
            />
          )}
          <Dial
            label={said.quota}
            slider={said.slider(said.quota)}
            hint={hint(quota === null ? null : money(quota * 100))}
            tried={own.quota ?? null}
            known={quota}
            step={stepOf(quota)}
            most={quota === null ? undefined : quota * REACH}
            onTry={(next) => attempt({ quota: next })}
          />
          <Dial
            label={said.deal}
            slider={said.slider(said.deal)}
            hint={hint(deal === null ? null : money(deal * 100))}
            tried={own.deal ?? null}
            known={deal === null ? null : Math.round(deal)}
            step={stepOf(deal)}
            most={deal === null ? undefined : Math.round(deal) * REACH}
            onTry={(next) => attempt({ deal: next })}
          />
          <Dial
            label={said.close}
            slider={said.slider(said.close)}
            hint={hint(
              close === null
                ? null
                : `${format.number(close)} (${words.n(format.number(base?.closeRate.n ?? 0))})`,
            )}
            tried={own.close ?? null}
            known={close}
            step={0.5}
            most={100}
            onTry={(next) => attempt({ close: next === undefined ? undefined : Math.min(100, next) })}
          />
          <Dial
            label={said.people}
            slider={said.slider(said.people)}
            hint={said.known(format.number(people))}
            tried={tries.people ?? null}
            known={people}
            step={1}
            most={Math.max(MOST_PEOPLE, people * REACH)}
            onTry={(next) =>
              setTries({ ...tries, people: next === undefined ? undefined : Math.round(next) })
            }
          />
        </div>
        <div class="outcome">
          <OutcomeTable
            today={outcomeOf(today)}
            then={outcomeOf(plan)}
            segment={segment.segment}
            label={labelOf(segment.segment)}
            labelOf={labelOf}
            makes={figures.capacity?.makes ?? null}
            words={words}
          />
          <p class="minor">{said.team(format.number(plan.people), format.number(plan.openDays), attempts)}</p>
          {me.role === 'sdr' ? null : <WriteGoals {...part} plan={plan} labelOf={labelOf} />}
        </div>
      </div>
    </Panel>
  );
}

/** A hundredth of what is known, in round figures. */
function stepOf(known: number | null): number {
  return known === null || known < 1 ? 1 : 10 ** Math.max(0, Math.floor(Math.log10(known)) - 1);
}
