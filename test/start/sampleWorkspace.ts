/**
 * Creates the sample workspace, only through the public API: people of each role, the agreement
 * signed by both sides, and sixty leads to whom everything happened at its own past instant. The
 * worker must run with `COMBINADO_CLOCK=request` meanwhile.
 */
import { compileCalendar, compileRange } from '../../shared/calendar/compile.ts';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import { STARTERS } from '../../shared/definitions/starters.ts';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { LeadsResponse } from '../../shared/protocol/api.ts';
import { addOpenMs, localDateOf } from '../../shared/sla/openTime.ts';
import { HOUR_MS, MINUTE_MS, type CompiledCalendar } from '../../shared/time.ts';
import { SAMPLE_WORDS, samplePeople, type SamplePerson } from '../../worker/sample/people.ts';
import { leadOf, openDevice, request, signIn, type Api, type Device } from '../support/api.ts';
import { foundWorkspace } from '../support/workspace.ts';
import { foundedAt, sampleStory, type Rep, type SampleEvent } from './sampleStory.ts';

export interface SampleWorkspace {
  readonly language: Language;
  readonly workspaceId: string;
  /** Device token of the admin. */
  readonly adminToken: string;
  /** Member id of the rep whose inbox it is. */
  readonly rep: string;
  /** Lead ids by record id of the sample CRM. */
  readonly leads: Readonly<Record<string, string>>;
}

/** A snooze in the sample ends three open days from now. */
const SNOOZE_MS = 24 * HOUR_MS;

interface Place {
  readonly language: Language;
  readonly admin: Api;
  readonly reps: Readonly<Record<Rep, string>>;
  readonly devices: Readonly<Record<Rep, Device>>;
  readonly calendar: CompiledCalendar;
  readonly now: number;
  readonly leads: Map<string, string>;
}

/** @param now the present, epoch ms: nothing in the sample lies after it. */
export async function createSample(
  origin: string,
  setupToken: string,
  language: Language,
  now: number,
): Promise<SampleWorkspace> {
  const definitions = sampleDefinitions(language);
  const calendar = officeCalendar(definitions, now);
  const events = sampleStory(samplePeople(language), calendar, now);
  const begun = foundedAt(events);
  const { workspaceId, admin, members } = await foundWorkspace({
    origin,
    setupToken,
    name: WORKSPACE_NAMES[language],
    language,
    definitions,
    now: begun,
  });
  const partners = {
    id: PARTNERS.id,
    label: PARTNERS.label[language],
    side: 'sales',
    manager: members.manager,
  };
  await request(admin, 'POST /v1/teams', { body: partners, now: begun + 3 * MINUTE_MS });
  const reps = { ana: members.ana, bruno: members.bruno, camila: members.camila };
  const place: Place = {
    language,
    admin,
    reps,
    devices: await openDevices(admin, reps, begun + 3 * MINUTE_MS),
    calendar,
    now,
    leads: new Map(),
  };
  for (const event of events) {
    await happen(place, event);
  }
  return {
    language,
    workspaceId,
    adminToken: admin.token,
    rep: reps.ana,
    leads: Object.fromEntries(place.leads),
  };
}

/** A team the routes name and nobody is in yet. */
const PARTNERS = {
  id: 'partners',
  label: { en: 'Partners', 'pt-BR': 'Parceiros', es: 'Socios' },
  industry: 'construction',
} as const;

/** What each side promises, so that the console has something to hold the figures against (TGT3). */
const GOALS: Definitions['goals'] = [
  { id: 'delivered', side: 'marketing', metric: 'mqls', target: 40, period: 'month' },
  { id: 'first-response', side: 'sales', metric: 'first_response', target: 90, period: 'month' },
  { id: 'worked', side: 'sales', metric: 'worked', target: 90, period: 'month' },
];

/** The starter of the language, with one strategic account and one more route of the sample's own. */
function sampleDefinitions(language: Language): Definitions {
  const starter = STARTERS[language];
  const strategic = starter.lists['strategicAccounts'];
  const values = [SAMPLE_WORDS[language].stars.strategic.domain];
  const lists = strategic ? { ...starter.lists, strategicAccounts: { ...strategic, values } } : starter.lists;
  const { id, industry } = PARTNERS;
  const route = { id, order: 0, when: { field: 'industry', is: industry }, team: id };
  return { ...starter, lists, routes: [route, ...starter.routes], goals: GOALS };
}

function officeCalendar({ workspaceCalendar, calendars }: Definitions, now: number): CompiledCalendar {
  const calendar = calendars[workspaceCalendar];
  if (!calendar) throw new Error('the starter agreement has no calendar');
  const { from, to } = compileRange(now);
  return compileCalendar(workspaceCalendar, calendar, from, to, 1);
}

const WORKSPACE_NAMES = { en: 'Our Company', 'pt-BR': 'Nossa Empresa', es: 'Nuestra Empresa' } as const;

async function openDevices(admin: Api, reps: Readonly<Record<Rep, string>>, now: number) {
  const open = async (member: string) => openDevice(await signIn(admin, member, now), now);
  return { ana: await open(reps.ana), bruno: await open(reps.bruno), camila: await open(reps.camila) };
}

async function happen(place: Place, { at, person, what }: SampleEvent): Promise<void> {
  if (what.kind === 'captured') return capture(place, person, at, what.owner);
  const leadId = place.leads.get(person.id);
  if (!leadId) throw new Error(`${person.name} was not captured before anything else happened`);
  if (what.kind === 'signal') {
    const body = { signals: [{ leadId, signal: what.signal, source: person.source }] };
    await request(place.admin, 'POST /v1/signals', { body, now: at });
    return;
  }
  const device = place.devices[what.by];
  switch (what.kind) {
    case 'attempt': {
      const { channel, outcome } = what;
      return device.push('attempt.log', { leadId, channel, outcome, evidence: 'clicked' }, at);
    }
    case 'reply':
      return device.push('reply.log', { leadId, channel: what.channel }, at);
    case 'snoozed': {
      const until = addOpenMs(place.calendar, place.now, SNOOZE_MS) ?? place.now;
      const untilOn = localDateOf(place.calendar, until);
      return device.push('lead.snooze', { leadId, untilOn, reason: what.reason }, at);
    }
    case 'optedOut':
      return device.push('lead.optOut', { leadId, channel: 'all' }, at);
    default:
  }
  const { revision, state } = await leadOf(place.admin, leadId, at);
  switch (what.kind) {
    case 'answer': {
      const handoff = state.handoffs.at(-1)?.id ?? '';
      const { answer, reason } = what;
      const body = { leadId, handoff, answer, ...(reason === undefined ? {} : { reason }) };
      return device.push('handoff.answer', body, at, revision);
    }
    case 'stage':
      return device.push('stage.set', { leadId, stage: what.stage }, at, revision);
    case 'field':
      return device.push('lead.set', { leadId, field: what.field, value: what.value }, at, revision);
  }
}

async function capture(place: Place, person: SamplePerson, now: number, owner?: Rep): Promise<void> {
  const { name, company, role, seniority, industry, employees, city } = person;
  const lead = {
    emails: [person.email],
    phones: [person.phone],
    externalIds: [{ system: 'sample', object: 'lead', id: person.id }],
    fields: { name, company, role, seniority, industry, employees, city },
    source: person.source,
    ...(owner ? { owner: place.reps[owner] } : {}),
  };
  const answer = await request(place.admin, 'POST /v1/leads', { body: { leads: [lead] }, now });
  const [result] = LeadsResponse.parse(answer).results;
  if (!result || 'error' in result) throw new Error(`${name}: ${result?.error ?? 'no answer'}`);
  place.leads.set(person.id, result.id);
}
