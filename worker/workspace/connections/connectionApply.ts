/**
 * What was read of another system becomes facts: people leads, what was done about them attempts and replies
 * with their own time, deals. Their ids follow from the records', so reading one twice adds nothing.
 */
import { v7 as uuidv7 } from 'uuid';
import type { BodyOf, Fact } from '../../../shared/lead/facts.ts';
import { memberAt } from '../../../shared/lead/memberAt.ts';
import { CHANNELS, type Channel } from '../../../shared/lead/vocabulary.ts';
import type { Activity, Change, Person, Ref } from '../../connectors/connector.ts';
import { applyDeal } from './connectionDeals.ts';
import { headOf, type Tally } from './connectionFacts.ts';
import { applyGone } from './connectionGone.ts';
import { applyTold } from './connectionTold.ts';
import { dropLetter, writeLetter } from './connectionLetters.ts';
import { dropLeft, keepLeft } from './connectionLeft.ts';
import { mapPerson, saidBy } from './connectionPerson.ts';
import { keepRecord, leadsOf, news, recordsOf, type KnownRecord } from './connectionRecords.ts';
import type { AgreedConnection } from './connectionRows.ts';
import { enqueueValues } from './connectionQueue.ts';
import { faultAt } from '../../reasons.ts';
import { appendFacts, knownFacts } from '../leads/facts.ts';
import { holderOf } from '../leads/merged.ts';
import { refold, stateOf } from '../leads/refold.ts';
import { planUpsert } from '../leads/upsert.ts';
import type { Work } from '../work.ts';

/** An activity as it is read, its Message-ID already hashed. */
export type Hashed = Activity & { readonly messageHash?: string };

/** In the transaction of its place in the stream. */
export function applyChange(
  work: Work,
  connection: AgreedConnection,
  stream: string,
  change: Exclude<Change, Activity> | Hashed,
): Tally {
  switch (change.kind) {
    case 'person':
      return applyPerson(work, connection, stream, change);
    case 'activity':
      return applyActivity(work, connection, stream, change);
    case 'deal':
      return applyDeal(work, connection, change);
    case 'told':
      return applyTold(work, connection, change);
    case 'gone':
      return applyGone(work, connection, change);
  }
}

function applyPerson(work: Work, connection: AgreedConnection, stream: string, person: Person): Tally {
  const { id, mapping } = connection;
  const before = recordsOf(work, id, person.ref)[0]?.said;
  // As most of them are when they are read again.
  if (before && Object.keys(news(saidBy(person, before), before)).length === 0) return { unchanged: 1 };
  const mapped = mapPerson(work, connection, mapping, person);
  const plan = planUpsert(work, { memberId: id }, mapped.lead, '', mapped.into);
  if ('error' in plan) {
    // Erased here: they stay away, and that is no fault of anybody's.
    if (plan.reason?.code === 'erased') {
      keepLeft(work, id, person.ref, 'erased');
      return { refused: 1 };
    }
    if (before === undefined) keepLeft(work, id, person.ref, 'failed');
    const { pointer, error, reason } = plan;
    const faults = [{ pointer, detail: error, ...(reason === undefined ? {} : { reason }) }];
    writeLetter(work, { connectionId: id, stream, recordId: person.ref.id, faults });
    return {};
  }
  if (mapped.faults.length > 0) {
    writeLetter(work, { connectionId: id, stream, recordId: person.ref.id, faults: mapped.faults });
  } else dropLetter(work, id, stream, person.ref.id);
  const head = headOf(work, connection, plan.id, work.now);
  const facts = [
    ...plan.facts.map((fact): Fact =>
      fact.kind === 'lead.captured' && fact.body.cause === 'api'
        ? { ...fact, body: { ...fact.body, cause: 'connector' } }
        : fact,
    ),
    ...moreOf(work, connection, head, plan.id, plan.created, mapped),
  ];
  keepRecord(work, id, person.ref, plan.id, { said: mapped.said });
  if (before === undefined) isHere(work, id, person.ref, plan.id);
  // What another record of theirs said is kept: it is read by itself.
  for (const ref of person.also ?? []) {
    if (recordsOf(work, id, ref).length > 0) continue;
    keepRecord(work, id, ref, plan.id, { said: {} });
    isHere(work, id, ref, plan.id);
  }
  if (mapped.undoesOurs) enqueueValues(work, id, plan.id);
  if (appendFacts(work, facts).length === 0) return { unchanged: 1 };
  refold(work, plan.id);
  return plan.created ? { created: 1 } : { changed: 1 };
}

/** A record that was not before is a lead's now: reports of what is missing on either side count anew. */
function isHere(work: Work, connectionId: string, ref: Ref, leadId: string): void {
  dropLeft(work, connectionId, ref);
  work.ground.reports().touch(leadId);
}

/** What an upsert cannot say: a value that is gone, a stage, an opt-out. */
function moreOf(
  work: Work,
  { label }: AgreedConnection,
  head: ReturnType<typeof headOf>,
  leadId: string,
  created: boolean,
  { emptied, stage, optOut }: ReturnType<typeof mapPerson>,
): readonly Fact[] {
  const facts: Fact[] = [];
  const id = () => uuidv7({ msecs: work.now });
  const state = created ? undefined : stateOf(work, leadId, work.now);
  const lost = emptied.filter((field) => state?.fields[field] !== undefined);
  if (lost.length > 0) {
    const body: BodyOf<'lead.changed'> = { fields: Object.fromEntries(lost.map((field) => [field, null])) };
    facts.push({ ...head, id: id(), kind: 'lead.changed', body });
  }
  const { stages } = work.ground.inForce(work.now).definitions;
  if (stage !== null && stages.some((one) => one.id === stage) && stage !== state?.stage.id) {
    // Another record of theirs may have brought it into a stage in this very instant, which would stand (FCT4).
    const at = Math.max(head.at, (state?.entries.at(-1)?.at ?? 0) + 1);
    facts.push({ ...head, at, id: id(), kind: 'stage.set', body: { stage } });
  }
  for (const channel of optOut.added.flatMap(channelOf))
    facts.push({ ...head, id: id(), kind: 'lead.optedOut', body: { channel, basis: label } });
  for (const channel of optOut.taken.flatMap(channelOf))
    facts.push({ ...head, id: id(), kind: 'lead.optedIn', body: { channel, basis: label } });
  return facts;
}

function channelOf(text: string): readonly (Channel | 'all')[] {
  return ([...CHANNELS, 'all'] as const).filter((channel) => channel === text);
}

function applyActivity(work: Work, connection: AgreedConnection, stream: string, activity: Hashed): Tally {
  const { id, mapping } = connection;
  const before = recordsOf(work, id, activity.ref);
  // One we wrote: by the id it carries, or the record it became.
  const ours = activity.ours === undefined ? [] : [activity.ours];
  if (before.some((record) => isOurs(id, record)) || knownFacts(work, ours).size > 0) return { unchanged: 1 };
  const leads = leadsOf(work, id, activity.people);
  if (leads.length === 0) return { unchanged: 1 };
  const by = actorOf(work, connection, activity);
  if (by === undefined) {
    const faults = [faultAt('', 'nobody')];
    writeLetter(work, { connectionId: id, stream, recordId: activity.ref.id, faults });
    return {};
  }
  dropLetter(work, id, stream, activity.ref.id);
  const tally = { attempts: 0, replies: 0, unchanged: 0 };
  for (const leadId of leads) {
    const known = before.find((record) => holderOf(work, record.leadId) === leadId);
    const said = { at: activity.at, channel: activity.channel, outcome: activity.outcome, by };
    const isSame = known !== undefined && JSON.stringify(known.said) === JSON.stringify(said);
    if (isSame) {
      tally.unchanged += 1;
      continue;
    }
    const head = headOf(work, connection, leadId, activity.at);
    const name = `c:${id}:${activity.ref.object}:${activity.ref.id}:${leadId}`;
    // Somebody corrected it over there: the first telling is withdrawn, the new one has an id of its own.
    const factId = known === undefined ? name : `${name}:${uuidv7({ msecs: work.now })}`;
    const facts: Fact[] = [factOf(head, factId, by, activity)];
    if (known !== undefined && known.factId !== null && activity.direction === 'out') {
      const body = { attempt: known.factId };
      facts.push({ ...head, at: work.now, id: `${factId}:w`, kind: 'attempt.withdrawn', body });
    }
    // A reply is one, whatever is corrected about it.
    if (known !== undefined && activity.direction === 'in') continue;
    keepRecord(work, id, activity.ref, known?.leadId ?? leadId, { said, factId });
    if (appendFacts(work, facts).length > 0) refold(work, leadId);
    tally[activity.direction === 'out' ? 'attempts' : 'replies'] += 1;
  }
  return tally;

  function actorOf(w: Work, { connectedAt }: AgreedConnection, { by: theirs, createdAt }: Activity) {
    if (theirs === null) return id;
    const member = mapping.people[theirs];
    // What is older than the connection is told for completeness: it is nobody's doing here.
    if (member === undefined) return createdAt < (connectedAt ?? 0) ? id : undefined;
    return member !== null && memberAt(w.ground.room(), member, w.now) !== null ? member : id;
  }
}

function factOf(head: ReturnType<typeof headOf>, id: string, by: string, activity: Hashed): Fact {
  const { channel, outcome, direction, automatic, messageHash } = activity;
  const hash = messageHash === undefined ? {} : { messageHash };
  if (direction === 'in') return { ...head, id, kind: 'reply.received', body: { channel, ...hash } };
  const body: BodyOf<'attempt.made'> = {
    channel,
    outcome,
    evidence: 'integration',
    ...(automatic === true ? { automatic } : {}),
    ...hash,
  };
  return { ...head, id, actor: by, kind: 'attempt.made', body };
}

function isOurs(connectionId: string, { factId }: KnownRecord): boolean {
  return factId !== null && !factId.startsWith(`c:${connectionId}:`);
}
