/** What a preview compares: the agreement in force, and the same history with the draft published on top. */
import type { History, PublishChoices, Version } from '../../../shared/definitions/version.ts';
import { trialEndsAt, versionAt, workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { type Capacity, capacityReport } from '../../../shared/target/capacity.ts';
import { dateAt, startOfDate } from '../../../shared/target/period.ts';
import { SCORE_CLASSES } from '../../../shared/target/preview.ts';
import type { Report } from '../../../shared/target/report.ts';
import { scopeOf } from '../../../shared/target/scope.ts';
import { DAY_MS, type Interval } from '../../../shared/time.ts';
import { compileAgreement } from './compileAgreement.ts';
import { draftOf, isSigned } from './draft.ts';
import type { Ground } from '../ground.ts';
import type { Work } from '../work.ts';

export interface Compared {
  /** Instant everything is judged at. */
  readonly at: number;
  readonly current: History;
  readonly drafted: History;
  /** The last four weeks: what was handed off then says what to expect (TGT6). */
  readonly window: Interval;
  /** Points in one class of the score's spread. */
  readonly width: number;
  readonly capacity: Report<Capacity>;
}

const WINDOW_DAYS = 28;

interface Known {
  readonly hash: string;
  readonly choices: string;
  readonly history: History;
  readonly compared: Compared;
}
/** Compiling calendars takes longer than a slice: once per preview and life of the object. */
const known = new WeakMap<Ground, Known>();

export function compare(
  work: Work,
  { choices }: { readonly choices: PublishChoices },
  draft: NonNullable<ReturnType<typeof draftOf>>,
  at: number,
): Compared {
  const before = known.get(work.ground);
  const history = work.ground.history();
  const key = JSON.stringify(choices);
  const isSame = before?.hash === draft.hash && before.choices === key && before.history === history;
  if (isSame && before.compared.at === at) return before.compared;
  const current = history.filter(({ effectiveAt }) => effectiveAt <= at);
  const last = history.reduce((most, { version }) => Math.max(most, version), 0);
  const ends = trialEndsAt(current);
  const drafted: Version = {
    version: last + 1,
    author: draft.author,
    note: '',
    publishedAt: at,
    effectiveAt: at,
    // After trial nothing is published unsigned; until then what counts is who has signed (TRI1).
    signed: ends !== null || isSigned(draft.body, draft.signatures),
    signatures: draft.signatures,
    choices,
    definitions: draft.body,
    calendars: compileAgreement(work, draft.body, at),
  };
  const compared = { at, current, drafted: [...current, drafted], ...measures(work, current, drafted, at) };
  known.set(work.ground, { hash: draft.hash, choices: key, history, compared });
  return compared;
}

function measures(work: Work, current: History, drafted: Version, at: number) {
  const version = versionAt(current, at);
  const { definitions } = version;
  const calendar = workspaceCalendarOf(version);
  const start = startOfDate(calendar, dateAt(calendar, at - WINDOW_DAYS * DAY_MS));
  const window = { start, end: at };
  const bounds = [definitions.scoring, drafted.definitions.scoring];
  const reach = Math.max(...bounds.map(({ max }) => max)) - Math.min(...bounds.map(({ min }) => min));
  return {
    window,
    width: Math.max(1, Math.ceil(reach / SCORE_CLASSES)),
    capacity: capacityReport(scopeOf(current, work.ground.room(), at, window)),
  };
}
