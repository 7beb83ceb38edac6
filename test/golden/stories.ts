/** Random stories of leads for the golden vectors: what a CRM, a page and three sellers would report. */
import type { BodyOf, Fact, FactKind } from '../../shared/lead/facts.ts';
import { CHANNELS, EVIDENCE, OUTCOMES } from '../../shared/lead/vocabulary.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import type { Chance } from './chance.ts';
import { BEGIN, END } from './worlds.ts';

const SELLERS = ['bruno', 'carla', 'dora'] as const;
const STAGES = ['lead', 'mql', 'sal', 'sql', 'opportunity'] as const;
const SIGNALS = [
  'pricing_viewed',
  'pricing_viewed',
  'demo_requested',
  'trial_started',
  'form_submitted',
  'content_downloaded',
  'webinar_attended',
  'email_clicked',
  'careers_viewed',
] as const;

type Report = { [K in FactKind]: { kind: K; body: BodyOf<K>; actor?: string } }[FactKind];

/** Up to a dozen reports over three months, some of them late, some dated in the future. */
export function storyOf(leadId: string, chance: Chance): { told: Fact[]; looks: number[] } {
  const begun = BEGIN + chance.whole(0, 40 * 24 * 60) * MINUTE_MS;
  const told = [factOf(leadId, 0, begun, begun, capture(chance))];
  let at = begun;
  for (let n = chance.whole(3, 11); n > 0; n -= 1) {
    at += chance.is(0.4) ? chance.whole(1, 90) * MINUTE_MS : chance.whole(1, 12 * 24) * (HOUR_MS / 2);
    const report = anyReport(leadId, chance);
    const lateBy = report.kind === 'attempt.made' && chance.is(0.2) ? chance.whole(1, 30) * HOUR_MS : 0;
    const ahead = chance.is(0.03) ? 2 * DAY_MS : 0;
    told.push(factOf(leadId, told.length, at + ahead, at + lateBy, report));
  }
  const looks = [at + chance.whole(0, 5) * HOUR_MS, begun + chance.whole(1, 60) * DAY_MS, END];
  return {
    told: told.toSorted((a, b) => a.recordedAt - b.recordedAt),
    looks: [...new Set(looks)].toSorted((a, b) => a - b),
  };
}

function factOf(leadId: string, place: number, at: number, recordedAt: number, report: Report): Fact {
  const { actor = 'hubspot', ...what } = report;
  const observer = report.actor === undefined ? 'integration' : 'hand';
  return {
    id: `${leadId}-${String(place).padStart(2, '0')}`,
    leadId,
    at,
    recordedAt,
    actor,
    observer,
    ...what,
  };
}

function capture(chance: Chance): Report {
  const domains = ['clinica.example', 'Escola.Example', 'strategic.example', 'gmail.com', 'münchen.example'];
  const phones = chance.is(0.6) ? [chance.of(['+5511987654321', '+55 11 8765-4321', '+12125550100'])] : [];
  const source = chance.is(0.7) ? { source: chance.of(['google', 'linkedin', 'event']) } : {};
  const body = {
    emails: [`Pessoa${chance.whole(1, 99)}+a@${chance.of(domains)}`],
    phones,
    externalIds: chance.is(0.3)
      ? [{ system: 'linkedin', object: 'person', id: `p/${chance.whole(1, 9)}` }]
      : [],
    fields: profile(chance),
    cause: chance.of(['api', 'form', 'form', 'connector', 'import'] as const),
    ...source,
  };
  return { kind: 'lead.captured', body };
}

function profile(chance: Chance): Record<string, string | number | boolean> {
  const all = {
    name: 'Ana Júlia',
    company: ' Clínica São José ',
    role: 'Diretora',
    seniority: chance.of(['chief', 'director', 'Manager', 'analyst']),
    employees: chance.of([8, 60, 120, '250', 900]),
    industry: chance.of(['health', 'EDUCATION', 'construction']),
    budget: 50_000.5,
    decisionMaker: true,
  };
  return Object.fromEntries(Object.entries(all).filter(() => chance.is(0.65)));
}

function anyReport(leadId: string, chance: Chance): Report {
  const by = chance.of(SELLERS);
  const handoff = `h:${leadId}:${chance.of([1, 1, 1, 2])}`;
  const roll = chance.whole(1, 100);
  if (roll <= 34) return signalReport(chance);
  if (roll <= 60) return attempt(chance, by);
  if (roll <= 68) return answer(chance, by, handoff);
  if (roll <= 76) return { kind: 'lead.changed', body: { fields: profile(chance) } };
  return rareReport(chance, by, handoff, `${leadId}-02`);
}

function signalReport(chance: Chance): Report {
  const signal = chance.of(SIGNALS);
  return {
    kind: 'signal.seen',
    body: chance.is(0.3) ? { signal, properties: { page: '/preços' } } : { signal },
  };
}

function attempt(chance: Chance, actor: string): Report {
  const body = {
    channel: chance.of(CHANNELS),
    outcome: chance.of(OUTCOMES),
    evidence: chance.of(EVIDENCE),
    ...(chance.is(0.15) ? { automatic: true } : {}),
    ...(chance.is(0.2) ? { messageHash: `m${chance.whole(1, 3)}` } : {}),
  };
  return { kind: 'attempt.made', actor, body };
}

function answer(chance: Chance, actor: string, handoff: string): Report {
  const given = chance.of(['accepted', 'accepted', 'recycled', 'disqualified'] as const);
  const body = {
    handoff,
    answer: given,
    ...(given === 'accepted'
      ? { mark: chance.of(['great', 'fine', 'weak'] as const) }
      : { reason: 'not_now' }),
    ...(given === 'recycled' && chance.is(0.5) ? { returnOn: '2026-04-08' } : {}),
  };
  return { kind: chance.of(['handoff.answered', 'handoff.answered', 'handoff.corrected']), actor, body };
}

function rareReport(chance: Chance, by: string, handoff: string, attempt: string): Report {
  const channel = chance.of([...CHANNELS, 'all'] as const);
  return chance.of<Report>([
    { kind: 'owner.assigned', actor: 'bruno', body: { owner: chance.of([by, by, null]) } },
    { kind: 'lead.snoozed', actor: by, body: { untilOn: '2026-03-18', reason: 'vacation' } },
    { kind: 'lead.resumed', actor: by, body: {} },
    { kind: 'reply.received', body: { channel: 'email', ...(chance.is(0.3) ? { outOfOffice: true } : {}) } },
    { kind: 'stage.set', actor: by, body: { stage: chance.of(STAGES) } },
    { kind: 'stage.set', body: { stage: chance.of(STAGES) } },
    { kind: 'handoff.contested', actor: 'mia', body: { handoff, evidence: 'the call was never made' } },
    {
      kind: 'handoff.decided',
      actor: 'ada',
      body: { handoff, outcome: chance.of(['upheld', 'overturned']) },
    },
    { kind: 'lead.optedOut', body: { channel } },
    { kind: 'lead.optedIn', body: { channel, basis: 'asked' } },
    { kind: 'attempt.withdrawn', actor: by, body: { attempt } },
    { kind: 'nurture.started', body: { track: 'news' } },
    { kind: 'handoff.released', actor: 'bruno', body: {} },
    { kind: 'lead.changed', body: { addEmails: ['ana@competitor.example'] } },
    { kind: 'account.counted', body: { personas: { decider: 1 }, stages: { mql: 2 } } },
    {
      kind: 'deal.changed',
      body: { dealId: 'x', amount: 12.5, currency: 'BRL', outcome: chance.of(['open', 'won', 'lost']) },
    },
  ]);
}
