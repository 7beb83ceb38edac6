/**
 * Marina of the design: an MQL by fast track on a Thursday afternoon in São Paulo, 72 points, first
 * response due at 17:30, nothing tried yet. Tests change what they are about.
 */
import { compileCalendar } from '../../../shared/calendar/compile.ts';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import { STARTERS } from '../../../shared/definitions/starters.ts';
import type { Version } from '../../../shared/definitions/version.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import type { Attempt, ClockState, HandoffState, LeadState, ScoreRule } from '../../../shared/lead/state.ts';
import type { Language, Outcome } from '../../../shared/lead/vocabulary.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import type { ViewContext } from '../../../shared/ui/viewContext.ts';

/** Thursday 12 Nov 2026 at this local hour in São Paulo (UTC−3 all year). */
export const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 12, hour + 3, minute);
export const NOW = at(16, 10);

/** The starter with four hours for the health segment, as in the design. */
export function definitionsIn(language: Language): Definitions {
  const starter = STARTERS[language];
  const policies = starter.policies.map((policy) =>
    policy.id === 'first-response-health' ? { ...policy, target: { businessHours: 4 } } : policy,
  );
  const calendars = { office: { ...calendarOf(starter), zone: 'America/Sao_Paulo' } };
  return { ...starter, policies, calendars };
}

const calendarOf = (definitions: Definitions) => {
  const office = definitions.calendars['office'];
  if (!office) throw new Error('the starter lost its office calendar');
  return office;
};

export function versionIn(language: Language, more: Partial<Version> = {}): Version {
  const definitions = definitionsIn(language);
  const signed = { side: 'sales', member: 'ana', at: at(9), hash: 'h' } as const;
  return {
    version: 7,
    author: 'bea',
    note: '',
    publishedAt: at(9),
    effectiveAt: at(9),
    signed: true,
    signatures: [signed],
    choices: { leads: 'stay', clocks: 'new' },
    definitions,
    calendars: {
      office: compileCalendar(
        'office',
        calendarOf(definitions),
        at(0) - 400 * DAY_MS,
        at(0) + 60 * DAY_MS,
        1,
      ),
    },
    ...more,
  };
}

const member = (id: string, name: string) => ({
  id,
  name,
  log: [
    { kind: 'joined', at: 0 },
    { kind: 'role', at: 0, role: 'sdr' },
    { kind: 'side', at: 0, side: 'sales' },
  ] as const,
});

export function contextIn(language: Language, more: Partial<ViewContext> = {}): ViewContext {
  return {
    history: [versionIn(language)],
    room: { members: [member('ana', 'Ana Lima'), member('bruno', 'Bruno Dias')], teams: [], calendars: {} },
    language,
    now: NOW,
    viewer: { memberId: 'ana', role: 'sdr' },
    ...more,
  };
}

export function clockOf(more: Partial<ClockState> & Pick<ClockState, 'kind'>): ClockState {
  return {
    id: `${more.kind}-${more.step ?? 1}`,
    party: 'sales',
    handoff: 'h1',
    step: 1,
    of: 1,
    policy: {
      id: 'first-response-health',
      label: 'Primeira resposta em saúde',
      level: 'segment',
      version: 7,
      target: { businessHours: 4 },
      calendar: 'office',
    },
    status: 'running',
    atRisk: false,
    startedAt: at(13, 30),
    dueAt: at(17, 30),
    riskAt: at(15, 54),
    leftMs: null,
    endedAt: null,
    metBy: null,
    tookMs: null,
    pauses: [],
    legs: [],
    trial: false,
    moves: [],
    ...more,
  };
}

export const FIRST_RESPONSE = clockOf({ kind: 'first_response', atRisk: true });
export const ACCEPTANCE = clockOf({
  kind: 'acceptance',
  policy: {
    id: 'acceptance',
    label: 'Aceitar ou devolver',
    level: 'default',
    version: 7,
    target: { businessDays: 1 },
    calendar: 'office',
  },
  startedAt: at(13, 10),
  dueAt: at(13, 10) + DAY_MS,
  riskAt: at(13, 10) + DAY_MS - 2 * HOUR_MS,
});

/** Step `step` of five, due two business days after `from`. */
export function cadenceOf(step: number, more: Partial<ClockState> = {}): ClockState {
  return clockOf({
    kind: 'cadence',
    step,
    of: 5,
    policy: {
      id: 'cadence',
      label: 'Tentativas',
      level: 'default',
      version: 7,
      target: { businessDays: 2 },
      calendar: 'office',
    },
    ...more,
  });
}

export function attemptOf(id: string, when: number, more: Partial<Attempt> = {}): Attempt {
  return {
    id,
    factIds: [id],
    at: when,
    recordedAt: when,
    by: 'ana',
    channel: 'call',
    outcome: 'no_answer',
    evidence: 'clicked',
    automatic: false,
    genuine: true,
    withdrawn: false,
    refused: false,
    afterOptOut: false,
    ...more,
  };
}

export const HANDOFF: HandoffState = {
  id: 'h1',
  openedAt: at(13, 10),
  since: at(13, 10),
  stage: 'mql',
  cause: 'fast_track',
  version: 7,
  trial: false,
  source: 'google',
  campaign: 'clinicas-sp',
  answer: null,
  contest: null,
  closed: null,
};

/** A rule that adds whole points. */
export function ruleOf(id: string, label: string, points: number, times = 1): ScoreRule {
  const hundredths = points * 100;
  return {
    id,
    label,
    group: 'interest',
    times,
    raw: hundredths,
    counted: hundredths,
    decayed: hundredths,
    shown: points,
  };
}

const RULES = {
  en: [
    'Asked for a demo',
    'Viewed the pricing page',
    'Director',
    '50–200 employees',
    'Visited the jobs page',
  ],
  'pt-BR': [
    'Pediu demonstração',
    'Viu a página de preços',
    'Diretoria',
    '50–200 funcionários',
    'Visitou a página de vagas',
  ],
  es: [
    'Pidió una demo',
    'Vio la página de precios',
    'Dirección',
    '50–200 empleados',
    'Visitó la página de empleo',
  ],
} as const satisfies Record<Language, readonly string[]>;

export function marina(language: Language, more: Partial<LeadState> = {}): LeadState {
  const [demo, pricing, director, size, jobs] = RULES[language];
  return {
    leadId: 'marina',
    evaluatedAt: NOW,
    validUntil: at(17, 30) + 1,
    version: 7,
    capturedAt: at(9) - 30 * DAY_MS,
    emails: ['marina@vida.example'],
    phones: ['+5511988881234'],
    externalIds: [],
    fields: {
      name: 'Marina Duarte',
      company: 'Clínica Vida',
      role: language === 'en' ? 'Director of Operations' : 'Diretora de Operações',
      seniority: 'director',
      industry: 'health',
      employees: 120,
    },
    source: 'google',
    campaign: 'clínicas-sp',
    owner: { id: 'ana', since: at(13, 30) },
    segment: 'health',
    persona: 'decider',
    exclusions: [],
    score: {
      shown: 72,
      fit: 27,
      engagement: 45,
      fitBand: 'B',
      engagementBand: '1',
      groups: [],
      rules: [
        ruleOf('jobs', jobs, -3),
        ruleOf('director', director, 15),
        ruleOf('size', size, 12),
        ruleOf('demo', demo, 30),
        ruleOf('pricing', pricing, 18, 3),
      ],
      clampedBy: 0,
    },
    stage: { id: 'mql', since: at(13, 10), mark: null },
    entries: [
      {
        stage: 'mql',
        from: 'lead',
        at: at(13, 10),
        since: at(13, 10),
        cause: 'fast_track',
        evidence: 'demo_requested',
        actor: 'system',
        version: 7,
        factId: 'e1',
        evidenceGone: false,
      },
    ],
    backlog: false,
    trial: false,
    handoffs: [HANDOFF],
    clocks: [ACCEPTANCE, FIRST_RESPONSE],
    attempts: [],
    optedOut: [],
    snoozedUntil: null,
    lastSignal: { id: 's1', signal: 'demo_requested', at: at(13, 9) },
    lastReplyAt: null,
    ...more,
  };
}

/** The facts behind her, for tests that go through the fold; `stage` is where she was brought. */
export function marinasFacts(stage = 'mql'): readonly Fact[] {
  const head = (id: string, when: number) => ({
    id,
    leadId: 'marina',
    at: when,
    recordedAt: when,
    actor: 'system',
    observer: 'system' as const,
  });
  const { fields } = marina('pt-BR');
  return [
    {
      ...head('f1', at(9) - 30 * DAY_MS),
      kind: 'lead.captured',
      body: {
        emails: ['marina@vida.example'],
        phones: ['+5511988881234'],
        externalIds: [],
        fields,
        source: 'google',
        campaign: 'clínicas-sp',
        cause: 'form',
      },
    },
    { ...head('f2', at(13, 9)), kind: 'signal.seen', body: { signal: 'demo_requested' } },
    {
      ...head('f3', at(13, 10)),
      kind: 'stage.entered',
      body: {
        stage,
        from: 'lead',
        cause: 'fast_track',
        evidence: 'demo_requested',
        since: at(13, 9),
        version: 7,
      },
    },
    {
      ...head('f4', at(13, 10)),
      kind: 'handoff.opened',
      body: { handoff: 'h1', stage, cause: 'fast_track', since: at(13, 9), version: 7 },
    },
    { ...head('f5', at(13, 30)), kind: 'owner.assigned', body: { owner: 'ana' } },
  ];
}

export function attemptMade(id: string, when: number, outcome: Outcome): Fact {
  return {
    id,
    leadId: 'marina',
    at: when,
    recordedAt: when,
    actor: 'ana',
    observer: 'hand',
    kind: 'attempt.made',
    body: { channel: 'call', outcome, evidence: 'clicked' },
  };
}
