/**
 * Messages with somebody in a Salesforce org (WhatsApp, SMS and the like), by their sessions: one that was begun
 * from there is an attempt, one the person began is their answer, and that it was taken up an attempt of its own.
 * An org without Messaging has no such object, which is looked for once a day.
 */
import * as z from 'zod';
import { DAY_MS } from '../../../shared/time.ts';
import type { Channel } from '../../../shared/lead/vocabulary.ts';
import type { Activity, Answer, Json, Line, Page, Ref } from '../connector.ts';
import { changesOf, type Found } from './changes.ts';
import { instant, type Row, text, userIn } from './rows.ts';

export const SESSION = 'MessagingSession';
export const SESSION_FIELDS =
  'Id OwnerId LeadId EndUserContactId ChannelType Origin AgentType StartTime AcceptTime CreatedDate SystemModstamp'.split(
    ' ',
  );
/** The second activity a session is. */
export const TAKEN_UP = `${SESSION} accepted`;

const CHANNELS: Readonly<Record<string, Channel>> = { WhatsApp: 'whatsapp', Text: 'sms' };

export function messagesOf(rows: readonly Row[]): readonly Activity[] {
  return rows.flatMap((row): Activity[] => {
    const [id, at] = [text(row, 'Id'), instant(row, 'StartTime') ?? instant(row, 'CreatedDate')];
    const people = peopleOf(row);
    if (id === null || at === null || people.length === 0) return [];
    const head = {
      kind: 'activity',
      people,
      channel: CHANNELS[text(row, 'ChannelType') ?? ''] ?? 'other',
      createdAt: instant(row, 'CreatedDate') ?? at,
    } as const;
    const ref = { object: SESSION, id };
    const by = userIn(row, 'OwnerId');
    if (!(text(row, 'Origin') ?? '').startsWith('Inbound')) {
      const automatic = text(row, 'AgentType') === 'System' ? { automatic: true } : {};
      return [{ ...head, ref, direction: 'out', outcome: 'sent', at, by, ...automatic }];
    }
    const accepted = instant(row, 'AcceptTime');
    const taken = {
      ...head,
      ref: { object: TAKEN_UP, id },
      direction: 'out',
      outcome: 'connected',
      by,
    } as const;
    return [
      { ...head, ref, direction: 'in', outcome: 'connected', at, by: null },
      ...(accepted === null ? [] : [{ ...taken, at: accepted }]),
    ];
  });
}

function peopleOf(row: Row): readonly Ref[] {
  const [lead, contact] = [text(row, 'LeadId'), text(row, 'EndUserContactId')];
  return [
    ...(lead === null ? [] : [{ object: 'Lead', id: lead }]),
    ...(contact === null ? [] : [{ object: 'Contact', id: contact }]),
  ];
}

const Absent = z.object({ absentUntil: z.int() });

/** What changed; of an org that has none, nothing, and no trouble of anybody's. */
export async function sessions(line: Line, cursor: Json): Promise<Answer<Found> | Page> {
  const absent = Absent.safeParse(cursor).data;
  if (absent && line.now < absent.absentUntil) return { changes: [], cursor, more: false };
  const found = await changesOf(line, { object: SESSION, fields: SESSION_FIELDS }, absent ? null : cursor);
  const isAbsent = !found.ok && (found.trouble === 'invalid' || found.trouble === 'missing');
  return isAbsent ? { changes: [], cursor: { absentUntil: line.now + DAY_MS }, more: false } : found;
}
