/** What a report is asked for, read against the agreement: dates, team, segment, and what one report alone takes. */
import { memberAt } from '../../../shared/lead/memberAt.ts';
import { isTrialAt, versionAt, workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import type { ReportName, ReportQuery } from '../../../shared/protocol/reports.ts';
import { effectWindows } from '../../../shared/target/effect.ts';
import { type Metric, METRICS } from '../../../shared/target/metrics.ts';
import { dateAt, endOfDate, periodAt, startOfDate } from '../../../shared/target/period.ts';
import { mayReadPerson } from '../../../shared/target/reader.ts';
import type { KeptLead } from '../../../shared/target/keptLead.ts';
import { type KeepsDeal, type Scope, scopeOf } from '../../../shared/target/scope.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { crmRecords, readCrms } from './crmRecords.ts';
import type { Asked } from './reportCatalog.ts';
import { UNDATED } from './reportCatalog.ts';
import type { Who, Work } from '../work.ts';

export interface Question {
  readonly name: ReportName;
  /** Local dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly team: string | null;
  readonly segment: string | null;
  /** Member, or `none`. */
  readonly owner: string | null;
  readonly source: string | null;
  readonly version: number;
  readonly trial: boolean;
  readonly asked: Omit<Asked, 'windows' | 'crm'>;
  /** `leaks`: the connected systems a lead is looked for in. */
  readonly crms: readonly string[];
  /** `effect`: the version whose effect is asked for. */
  readonly effectOf: number | null;
}

type Given = Omit<ReportQuery, 'format'>;

const LONGEST_DAYS = 1_830;
const USUAL_DAYS = 30;
/** As an owner: leads nobody has. */
const NOBODY = 'none';
const DEFAULT_METRIC: Metric = 'mqls';

export function questionOf(work: Work, who: Who, name: ReportName, given: Given): Outcome<Question> {
  const history = work.ground.history();
  const inForce = versionAt(history, work.now);
  const { version, definitions } = inForce;
  const calendar = workspaceCalendarOf(inForce);
  const { team = null, segment = null, owner = null, source = null } = given;
  if (team !== null && !work.ground.room().teams.some(({ id }) => id === team))
    return unknown('/team', 'no team has this id');
  if (segment !== null && !definitions.segments.some(({ id }) => id === segment))
    return unknown('/segment', 'the agreement has no such segment');
  const room = work.ground.room();
  if (owner !== null && owner !== NOBODY && !mayReadPerson(room, who.memberId, owner, work.now))
    return failure('forbidden', 'Figures of a person are for themselves and for a manager of their side.');

  const metric = given.metric ?? DEFAULT_METRIC;
  const goal = definitions.goals.find((one) => one.metric === metric);
  const dated = given.from !== undefined || given.to !== undefined;
  const own = name === 'pacing' && !dated ? periodAt(calendar, work.now, goal?.period ?? 'month') : null;
  const today = dateAt(calendar, work.now);
  const to = own ? dateAt(calendar, own.end - 1) : (given.to ?? today);
  const from = own
    ? dateAt(calendar, own.start)
    : (given.from ?? isoDate(Date.parse(to) - (USUAL_DAYS - 1) * DAY_MS));
  if (from > to) return unknown('/from', 'after `to`');
  if (Date.parse(to) - Date.parse(from) > LONGEST_DAYS * DAY_MS)
    return unknown('/from', `more than ${LONGEST_DAYS} days before \`to\``);

  const effectOf = name === 'effect' ? (given.version ?? version) : null;
  const windows = effectOf === null ? null : effectWindows({ history, now: work.now }, effectOf);
  if (windows?.ok === false)
    return windows.why === 'unknown'
      ? unknown('/version', 'no such version was published')
      : failure(
          'conflict',
          'This version has nothing to be held against: it is the first, or not in force yet.',
        );
  const unit = METRICS[metric] === 'money' ? 100 : 1;
  const asked = {
    metric,
    target: (given.target ?? goal?.target ?? 0) * unit,
    agreed: agreedRates(given.agreed),
  };
  const trial = isTrialAt(history, work.now);
  const crms = name === 'leaks' ? readCrms(work) : [];
  return done({ name, from, to, team, segment, owner, source, version, trial, asked, crms, effectOf });
}

/** What is asked, as of an instant: the windows of an effect grow with it. */
export function askedAt(work: Work, question: Question, asOf: number): Asked {
  const { name, asked, crms, effectOf } = question;
  if (name === 'leaks') return { ...asked, windows: null, crm: crmRecords(work, crms, isOfAll(question)) };
  if (effectOf === null) return { ...asked, windows: null };
  const windows = effectWindows({ history: work.ground.history(), now: asOf }, effectOf);
  return { ...asked, windows: windows.ok ? { before: windows.before, after: windows.after } : null };
}

/** Not of a part of the leads only. */
export function isOfAll({ team, segment, owner, source }: Question): boolean {
  return [team, segment, owner, source].every((one) => one === null);
}

/** Equal for questions that leave equal marks: what they are held against makes no difference to those. */
export function marksOfQuestion({ asked, ...question }: Question): string {
  return JSON.stringify({ ...question, metric: asked.metric });
}

function unknown(pointer: string, detail: string) {
  return failure('invalid-body', 'This cannot be asked of the report.', [{ pointer, detail }]);
}

function isoDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function agreedRates(text: string | undefined): Readonly<Record<string, number>> {
  if (text === undefined) return {};
  const pairs = text.split(',').map((one) => {
    const place = one.lastIndexOf('=');
    return [one.slice(0, place), Number(one.slice(place + 1))] as const;
  });
  return Object.fromEntries(pairs);
}

export function scopeAt(work: Work, question: Question, asOf: number, keepsDeal: KeepsDeal): Scope {
  const history = work.ground.history();
  const scope = scopeOf(history, work.ground.room(), asOf, { start: 0, end: asOf + 1 }, keepsDeal);
  if (UNDATED.has(question.name)) return scope;
  const { from, to } = question;
  return {
    ...scope,
    window: { start: startOfDate(scope.calendar, from), end: endOfDate(scope.calendar, to) },
  };
}

/** Whether the question is about this lead at all. */
export function isAbout(
  { team, segment, owner, source }: Question,
  { state }: KeptLead,
  { room, now }: Scope,
): boolean {
  if (segment !== null && state.segment !== segment) return false;
  if (source !== null && state.source !== source) return false;
  if (owner !== null && (state.owner?.id ?? NOBODY) !== owner) return false;
  if (team === null) return true;
  return state.owner !== null && memberAt(room, state.owner.id, now)?.team === team;
}
