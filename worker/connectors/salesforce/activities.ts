/**
 * What was done with somebody in a Salesforce org: tasks that are closed (calls, mails, whatever else) and
 * meetings that are over. A mail's task says little; its message says when, which way and whether it came back.
 */
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import type { Channel, Outcome } from '../../../shared/lead/vocabulary.ts';
import type { Activity, Answer, Line, Ref } from '../connector.ts';
import { inList, instant, instantLiteral, type Row, select, text, userIn } from './rows.ts';

export const TASK_FIELDS =
  'Id WhoId OwnerId Status IsClosed TaskSubtype Type ActivityDate CompletedDateTime CreatedDate SystemModstamp CallDisposition CallType CallObject'.split(
    ' ',
  );
export const MEETING_FIELDS =
  'Id WhoId OwnerId StartDateTime EndDateTime IsAllDayEvent CreatedDate SystemModstamp'.split(' ');

/** What we write is known by this in `CallObject`, the field for a dialler's own id of a call. */
const OURS = 'combinado:';
export const markOf = (id: string): string => `${OURS}${id}`;
export const idOfMark = (mark: string): string | undefined =>
  mark.startsWith(OURS) ? mark.slice(OURS.length) : undefined;

/** By the first letters of an id. */
const PEOPLE: Readonly<Record<string, string>> = { '00Q': 'Lead', '003': 'Contact' };

export function whoOf(row: Row): readonly Ref[] {
  const id = text(row, 'WhoId') ?? '';
  const object = PEOPLE[id.slice(0, 3)];
  return object === undefined ? [] : [{ object, id }];
}

export async function tasksOf(line: Line, rows: readonly Row[]): Promise<Answer<readonly Activity[]>> {
  const done = rows.filter((row) => row['IsClosed'] === true && whoOf(row).length > 0);
  const mails = await messagesOf(
    line,
    done.filter((row) => MAILS.has(text(row, 'TaskSubtype') ?? '')),
  );
  if (!mails.ok) return mails;
  return {
    ok: true,
    value: done.flatMap((row) => taskOf(row, mails.value.get(text(row, 'Id') ?? '')) ?? []),
  };
}

const MAILS = new Set(['Email', 'ListEmail']);

function taskOf(row: Row, mail: Row | undefined): Activity | undefined {
  const id = text(row, 'Id');
  const at = (mail && instant(mail, 'MessageDate')) ?? doneAt(row);
  if (id === null || at === null) return undefined;
  const subtype = text(row, 'TaskSubtype') ?? '';
  const channel = CHANNELS[subtype] ?? channelOfType(text(row, 'Type') ?? '');
  const incoming = mail ? mail['Incoming'] === true : text(row, 'CallType') === 'Inbound';
  const messageId = mail && text(mail, 'MessageIdentifier');
  const ours = idOfMark(text(row, 'CallObject') ?? '');
  return {
    kind: 'activity',
    ref: { object: 'Task', id },
    people: whoOf(row),
    direction: incoming ? 'in' : 'out',
    channel,
    outcome: outcomeOf(channel, row, mail),
    at,
    createdAt: instant(row, 'CreatedDate') ?? at,
    by: userIn(row, 'OwnerId'),
    ...(subtype === 'ListEmail' ? { automatic: true } : {}),
    ...(messageId ? { messageId } : {}),
    ...(ours === undefined ? {} : { ours }),
  };
}

const CHANNELS: Readonly<Record<string, Channel>> = {
  Call: 'call',
  Email: 'email',
  ListEmail: 'email',
  LinkedIn: 'linkedin',
};

const TYPES: readonly (readonly [RegExp, Channel])[] = [
  [/call|phone|liga|llama/i, 'call'],
  [/mail/i, 'email'],
  [/whats/i, 'whatsapp'],
  [/linkedin/i, 'linkedin'],
  [/sms|text/i, 'sms'],
  [/meet|visit|demo|reuni/i, 'meeting'],
];

/** `Type` is a list of the org's own words. */
function channelOfType(type: string): Channel {
  return TYPES.find(([shape]) => shape.test(type))?.[1] ?? 'other';
}

const DISPOSITIONS: readonly (readonly [RegExp, Outcome])[] = [
  [/wrong|errad|equivocad/i, 'wrong_person'],
  [/voice ?mail|message|recado|mensa[jg]|buz[oó]n|caixa postal/i, 'left_message'],
  [
    /no[ -]?(?:answer|response|pick)|not? (?:answer|reach|connect)|unanswered|busy|n[aã]o atend|no contest|ocupad/i,
    'no_answer',
  ],
  [/meeting|reuni|appointment/i, 'meeting_booked'],
  [/connect|spoke|conversa|atend|contest|interested|reached|correct|answered/i, 'connected'],
];

/** The least a record vouches for: a call nobody said more about was tried, no more. */
function outcomeOf(channel: Channel, row: Row, mail: Row | undefined): Outcome {
  if (channel === 'email') return mail?.['IsBounced'] === true ? 'bounced' : 'sent';
  if (channel === 'meeting') return 'connected';
  if (channel !== 'call') return 'sent';
  const said = text(row, 'CallDisposition') ?? '';
  return DISPOSITIONS.find(([shape]) => shape.test(said))?.[1] ?? 'no_answer';
}

/**
 * When it was closed; but whoever logs on Monday what they did on Friday gives the day alone: then noon of it.
 */
function doneAt(row: Row): number | null {
  const closed = instant(row, 'CompletedDateTime') ?? instant(row, 'SystemModstamp');
  const day = Date.parse(`${text(row, 'ActivityDate') ?? ''}T12:00:00Z`);
  if (closed === null || Number.isNaN(day)) return closed;
  return day < closed - DAY_MS - 12 * HOUR_MS ? day : closed;
}

/** Messages behind the tasks of mails; none where the org does not keep them. */
async function messagesOf(line: Line, tasks: readonly Row[]): Promise<Answer<ReadonlyMap<string, Row>>> {
  const found = new Map<string, Row>();
  const ids = tasks.flatMap((row) => text(row, 'Id') ?? []);
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    const some = inList(ids.slice(at, at + IDS_AT_ONCE));
    const mails = await select(line, 'EmailMessage', MESSAGE_FIELDS, `WHERE ActivityId IN ${some}`);
    if (!mails.ok && mails.trouble !== 'invalid') return mails;
    for (const row of mails.ok ? mails.value.rows : []) {
      const task = text(row, 'ActivityId');
      if (task !== null) found.set(task, row);
    }
  }
  return { ok: true, value: found };
}

const MESSAGE_FIELDS = ['Id', 'ActivityId', 'Incoming', 'MessageDate', 'MessageIdentifier', 'IsBounced'];
const IDS_AT_ONCE = 200;

/** The second activity a meeting is. */
export const HELD = 'Event held';

/** That it was booked, when it was; and that it was held, when it began, once it is over. */
export function meetingsOf(rows: readonly Row[], now: number): readonly Activity[] {
  return rows.flatMap((row): Activity[] => {
    const [id, at, end] = [text(row, 'Id'), instant(row, 'StartDateTime'), instant(row, 'EndDateTime')];
    const people = whoOf(row);
    // An all-day entry is a holiday or a reminder more often than a talk.
    if (id === null || at === null || end === null || row['IsAllDayEvent'] === true) return [];
    if (people.length === 0) return [];
    const createdAt = instant(row, 'CreatedDate') ?? at;
    const head = {
      kind: 'activity',
      people,
      direction: 'out',
      channel: 'meeting',
      createdAt,
      by: userIn(row, 'OwnerId'),
    } as const;
    return [
      ...(createdAt < at
        ? [{ ...head, ref: { object: 'Event', id }, outcome: 'meeting_booked', at: createdAt } as const]
        : []),
      ...(end <= now ? [{ ...head, ref: { object: HELD, id }, outcome: 'connected', at } as const] : []),
    ];
  });
}

/** Nobody touches a meeting when it ends, so those that did are asked for. */
export async function justOver(line: Line, since: number): Promise<Answer<readonly Row[]>> {
  const [from, until] = [instantLiteral(since), instantLiteral(line.now)];
  const where = `WHERE EndDateTime > ${from} AND EndDateTime <= ${until}`;
  const page = await select(line, 'Event', MEETING_FIELDS, where);
  return page.ok ? { ok: true, value: page.value.rows } : page;
}
