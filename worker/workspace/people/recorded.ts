/** What is held about a member, who sees it and for how long, told to that member alone (PRI5). */
import { eq, sql } from 'drizzle-orm';
import { recordedWords, type RecordedWords } from '../../../shared/messages/recorded/index.ts';
import {
  RECORDED,
  RECORDED_TOO,
  type RecordedKind,
  type RecordedQuery,
  type RecordedResponse,
  type RecordedToo,
} from '../../../shared/protocol/recorded.ts';
import { RETENTION, type RetentionKind } from '../../../shared/protocol/retention.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { listDevices } from './devices.ts';
import { HELD, type Held } from './held.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

type Kind = RecordedKind | RecordedToo;
type Records = NonNullable<RecordedResponse['records']>;

/** Records of one kind that are shown: far more than anybody reads, and less than a reply can hold. */
const MOST = 10_000;

export function recordedAbout(
  work: Work,
  who: Who,
  { lang, whole }: RecordedQuery,
): Outcome<RecordedResponse> {
  const workspace = work.ground.workspace();
  const devices = listDevices(work, { ...who, role: 'sdr' });
  if (!workspace || !devices.ok) return failure('not-found', 'There is no such workspace.');
  const language = lang ?? workspace.language;
  const words = recordedWords(language);
  const counts = countsOf(work, who.memberId);
  const told = <K extends Kind>(id: K) => {
    const kinds = counts.get(id) ?? {};
    const { days, kept } = keptOf(work, id, words);
    const count = Object.values(kinds).reduce((sum, each) => sum + each, 0);
    return { id, ...words.of[id], kept, keptDays: days, count, kinds };
  };
  return done({
    memberId: who.memberId,
    name: who.name,
    language,
    recorded: RECORDED.map((id) => told(id)),
    more: RECORDED_TOO.map((id) => told(id)),
    devices: devices.value.devices.map(({ id, label, kind, createdAt, seenAt }) => ({
      id,
      label,
      kind,
      createdAt,
      seenAt,
    })),
    never: [...words.never],
    ...(whole === undefined ? {} : { records: recordsOf(work, who.memberId) }),
  });
}

/** Each as it was changed, oldest first. */
function profileOf(work: Work, me: string): readonly object[] {
  return work.ground.room().members.find(({ id }) => id === me)?.log ?? [];
}

function countsOf(work: Work, me: string): ReadonlyMap<Kind, Record<string, number>> {
  const counts = new Map<Kind, Record<string, number>>();
  const profile = profileOf(work, me).length;
  if (profile > 0) counts.set('profile', { change: profile });
  for (const { of, as, where } of HELD) {
    const rows = work.db.all<{ kind: string; n: number }>(
      sql`select ${as} as kind, count(*) as n ${where(me)} group by 1`,
    );
    const kinds = counts.get(of) ?? {};
    for (const { kind, n } of rows) kinds[kind] = n;
    counts.set(of, kinds);
  }
  return counts;
}

function recordsOf(work: Work, me: string): Records {
  const records: Records = { profile: { change: profileOf(work, me).map((entry) => ({ ...entry })) } };
  const add = ({ of }: Held, kind: string, row: Record<string, unknown>) => {
    const kinds = (records[of] ??= {});
    (kinds[kind] ??= []).push(row);
  };
  for (const one of HELD) {
    const rows = work.db.all<Record<string, unknown>>(
      sql`select ${one.as} as "$kind", ${one.shows} ${one.where(me)} ${one.joined ? sql`` : sql`order by rowid desc`} limit ${MOST}`,
    );
    for (const { $kind, ...row } of rows) add(one, String($kind), row);
  }
  return records;
}

const RETAINED: Partial<Record<Kind, RetentionKind>> = {
  work: 'leads',
  leads: 'leads',
  comments: 'leads',
  commands: 'commands',
  acts: 'audit',
  notices: 'notices',
};

/** While somebody is a member, or shorter; what is not here stays until somebody removes it. */
const WITH_MEMBER: ReadonlySet<Kind> = new Set(['profile', 'absences', 'devices', 'address']);

function keptOf(work: Work, id: Kind, words: RecordedWords): { days: number | null; kept: string } {
  const kind = RETAINED[id];
  if (id === 'access') return { days: null, kept: words.keptUntilUsed };
  if (kind === undefined)
    return { days: null, kept: WITH_MEMBER.has(id) ? words.keptWhileMember : words.keptForEver };
  const chosen = work.db.select().from(schema.retention).where(eq(schema.retention.kind, kind)).get();
  const days = chosen ? chosen.days : RETENTION[kind].days;
  if (kind === 'leads') return { days, kept: words.keptWithLead(days) };
  return { days, kept: days === null ? words.keptForEver : words.kept(days) };
}
