/**
 * Closed periods a manager declares afterwards: a storm, a power cut, a strike (CAL7). Deadlines that
 * ran through them move, breaches inside them are corrected, as every lead is looked at again.
 */
import { desc, eq } from 'drizzle-orm';
import { checkClosure, type ClosureProblem } from '../../../shared/calendar/closure.ts';
import { memberAt } from '../../../shared/lead/memberAt.ts';
import type { Team } from '../../../shared/lead/room.ts';
import type {
  ClosureRequest,
  ClosureResponse,
  ClosuresResponse,
  ClosureView,
} from '../../../shared/protocol/closures.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { audit } from '../people/audit.ts';
import { closeCalendars } from './closeCalendars.ts';
import type { ClosureRow } from './closureRows.ts';
import { reevaluateAll } from '../jobs/reevaluate.ts';
import * as schema from '../schema.ts';
import { orNothing, type Who, type Work } from '../work.ts';
import { refused, wrongAt } from '../../refused.ts';
import type { PlainReason } from '../../../shared/protocol/reason.ts';

/** What lasts longer is a holiday of the calendar, for everybody to sign. */
const LONGEST_MS = 31 * DAY_MS;
const MOST_LISTED = 200;

export function declareClosure(work: Work, who: Who, wanted: ClosureRequest): Outcome<ClosureResponse> {
  const team = work.ground.room().teams.find(({ id }) => id === wanted.team);
  if (wanted.team !== undefined && team === undefined) return wrong('/team', 'no_team');
  if (!mayClose(who, team))
    return failure('forbidden', 'A team is closed by its manager or an admin, everything by an admin.');
  const scope = scopeOf(work, team, wanted.calendars);
  if (!scope.ok) return scope;
  const { start, end, reason } = wanted;
  const calendar = workspaceCalendarOf(work.ground.inForce(work.now));
  const problem = checkClosure(calendar, { start, end }, work.now);
  if (problem) return wrong(...PROBLEMS[problem]);
  if (end - start > LONGEST_MS) return wrong('/end', 'longer_than_a_month');
  return orNothing(work, () => {
    const row = work.db
      .insert(schema.closures)
      .values({
        ...scope.value,
        team: team?.id ?? null,
        startAt: start,
        endAt: end,
        reason,
        by: who.memberId,
        declaredAt: work.now,
      })
      .returning()
      .get();
    if (closeCalendars(work) === 0) return refused('conflict', 'nothing_open_then');
    return done({ closure: viewOf(row), job: lookAgain(work, who, row, 'declared') });
  });
}

/** What is over stays closed, people were told so; the rest is open again from now on. */
export function withdrawClosure(work: Work, who: Who, { id }: { id: string }): Outcome<ClosureResponse> {
  const { closures } = schema;
  const n = Number(/^closure-(\d{1,15})$/.exec(id)?.[1] ?? 0);
  const row = work.db.select().from(closures).where(eq(closures.n, n)).get();
  if (!row) return failure('not-found', 'There is no such closed period.');
  const team = work.ground.room().teams.find((one) => one.id === row.team);
  if (!mayClose(who, row.team === null ? undefined : team) && row.by !== who.memberId)
    return failure('forbidden', 'It is withdrawn by who declared it, the manager of the team or an admin.');
  if (row.withdrawnAt !== null || row.endAt <= work.now) return refused('conflict', 'closure_over');
  return orNothing(work, () => {
    const changed = {
      endAt: Math.max(row.startAt, work.now),
      withdrawnAt: work.now,
      withdrawnBy: who.memberId,
    };
    work.db.update(closures).set(changed).where(eq(closures.n, n)).run();
    closeCalendars(work);
    return done({ closure: viewOf({ ...row, ...changed }), job: lookAgain(work, who, row, 'withdrawn') });
  });
}

/** Newest first. */
export function listClosures(work: Work): Outcome<ClosuresResponse> {
  const { closures } = schema;
  const rows = work.db.select().from(closures).orderBy(desc(closures.n)).limit(MOST_LISTED).all();
  return done({ closures: rows.map(viewOf) });
}

const PROBLEMS: Readonly<Record<ClosureProblem, readonly [pointer: string, why: PlainReason]>> = {
  empty: ['/end', 'ends_before'],
  too_long_ago: ['/start', 'too_long_ago'],
  not_begun: ['/start', 'begins_later'],
};

function wrong(pointer: string, why: PlainReason): Outcome<never> {
  return wrongAt('This period cannot be declared closed.', pointer, why);
}

function mayClose(who: Who, team: Team | undefined): boolean {
  return who.role === 'admin' || (who.role === 'manager' && team?.manager === who.memberId);
}

/** Which calendars of the agreement, and whose hours. */
function scopeOf(
  work: Work,
  team: Team | undefined,
  asked: readonly string[] | undefined,
): Outcome<Pick<ClosureRow, 'calendars' | 'hours'>> {
  const { definitions } = work.ground.inForce(work.now);
  const unknown = asked?.findIndex((id) => definitions.calendars[id] === undefined) ?? -1;
  if (unknown >= 0) return wrong(`/calendars/${unknown}`, 'not_as_expected');
  if (team === undefined) return done({ calendars: asked ?? null, hours: asked ? [] : null });
  const promised = definitions.policies
    .filter(({ party }) => party === team.side)
    .map(({ calendar }) => calendar);
  return done({ calendars: asked ?? [...new Set(promised)], hours: hoursOf(work, team) });
}

/** The team's own, and those of whoever is in it now. */
function hoursOf(work: Work, team: Team): readonly string[] {
  const room = work.ground.room();
  const own = room.members.map(({ id }) => memberAt(room, id, work.now));
  const hours = own.flatMap((member) => (member?.team === team.id ? [member.hours] : []));
  return [...new Set([team.calendar, ...hours])].filter((id) => id !== null);
}

function lookAgain(work: Work, who: Who, row: ClosureRow, what: 'declared' | 'withdrawn'): string | null {
  const { n, team, startAt, endAt } = row;
  audit(work, who, `closure.${what}`, idOf(n), { start: startAt, end: endAt, ...(team ? { team } : {}) });
  return reevaluateAll(work, {
    because: what === 'declared' ? 'closure' : 'withdrawal',
    by: who.memberId,
  });
}

const idOf = (n: number) => `closure-${n}`;

function viewOf({
  n,
  team,
  calendars,
  startAt,
  endAt,
  reason,
  by,
  declaredAt,
  withdrawnAt,
}: ClosureRow): ClosureView {
  return {
    id: idOf(n),
    team,
    calendars: calendars && [...calendars],
    start: startAt,
    end: endAt,
    reason,
    by,
    declaredAt,
    withdrawnAt,
  };
}
