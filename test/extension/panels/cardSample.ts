/** Marina's card in every state it can be in, in any language: for tests, for looking at, for axe. */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import { readLead } from '../../../shared/lead/fold.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import type { LeadState } from '../../../shared/lead/state.ts';
import type { Language, Role } from '../../../shared/lead/vocabulary.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { buildCard } from '../../../shared/ui/buildCard.ts';
import type { CardAsk, CardView } from '../../../shared/ui/cardView.ts';
import type { ViewContext } from '../../../shared/ui/viewContext.ts';
import {
  ACCEPTANCE,
  at,
  attemptMade,
  attemptOf,
  cadenceOf,
  clockOf,
  contextIn,
  definitionsIn,
  FIRST_RESPONSE,
  HANDOFF,
  marina,
  marinasFacts,
  NOW,
  versionIn,
} from '../../shared/ui/sampleLead.ts';

const MATERIALS = {
  en: ['Case: a clinic in São Paulo', 'One page on returns'],
  'pt-BR': ['Caso: uma clínica em São Paulo', 'Uma página sobre retorno'],
  es: ['Caso: una clínica en São Paulo', 'Una página sobre el retorno'],
} as const;

/** The starter with materials for who decides. */
function definitionsWith(language: Language): Definitions {
  const starter = definitionsIn(language);
  const materials = MATERIALS[language].map((title, place) => ({
    id: `m${place}`,
    title,
    link: `https://vida.example/material-${place}`,
    stage: 'mql',
  }));
  return {
    ...starter,
    personas: starter.personas.map((one) => (one.id === 'decider' ? { ...one, materials } : one)),
  };
}

export interface Sampled {
  readonly language?: Language;
  readonly role?: Role;
  readonly state?: Partial<LeadState>;
  readonly facts?: readonly Fact[];
  readonly signed?: boolean;
  readonly mates?: boolean;
  readonly toSend?: number;
  readonly rejected?: boolean;
}

export function contextWith({ language = 'pt-BR', role = 'sdr', signed = true }: Sampled): ViewContext {
  const signatures = [
    { side: 'marketing', member: 'bea', at: at(8), hash: 'h' },
    { side: 'sales', member: 'ana', at: at(9), hash: 'h' },
  ] as const;
  const version = versionIn(language, {
    definitions: definitionsWith(language),
    signed,
    signatures: signed ? [...signatures] : [],
  });
  return contextIn(language, {
    history: [version],
    viewer: { memberId: role === 'sdr' ? 'ana' : 'bea', role },
  });
}

export function sampleCard(sampled: Sampled = {}): CardView {
  const { language = 'pt-BR', facts = marinasFacts(), toSend = 0, mates = true } = sampled;
  const context = contextWith(sampled);
  const read = readLead(facts, context.history, context.room, NOW);
  return buildCard(
    {
      state: marina(language, { trial: sampled.signed === false, ...sampled.state }),
      read,
      mates: mates ? matesIn(language) : [],
      pending: new Set(['a1']),
      rejected: sampled.rejected ? [{ kind: 'lead.set', code: 'conflict', theirs: 40_000 }] : [],
      toSend,
      syncedAt: NOW - 4_000,
    },
    context,
  );
}

function matesIn(language: Language): LeadState[] {
  const mate = (leadId: string, name: string, persona: string | null, more: Partial<LeadState> = {}) =>
    marina(language, {
      leadId,
      fields: { name, company: 'Clínica Vida', role: language === 'en' ? 'IT lead' : 'TI' },
      persona,
      clocks: [],
      ...more,
    });
  return [
    mate('carla', 'Carla Reis', 'user', {
      stage: { id: 'lead', since: at(9), mark: null },
      attempts: [attemptOf('c1', at(10) - DAY_MS, { channel: 'email', outcome: 'sent', by: 'bruno' })],
    }),
    mate('davi', 'Davi Moura', null, { owner: null }),
  ];
}

const TRIED = [
  attemptOf('a1', at(15)),
  attemptOf('a2', at(16), { withdrawn: true, channel: 'email', outcome: 'sent' }),
];
const RETURNED = {
  ...HANDOFF,
  answer: {
    answer: 'recycled',
    at: at(15),
    by: 'ana',
    reason: 'not_now',
    mark: null,
    returnOn: '2027-01-11',
  },
  closed: { at: at(15), how: 'answered' },
} as const;

const ACCEPTED = {
  ...HANDOFF,
  answer: { answer: 'accepted', at: at(15), by: 'ana', reason: null, mark: 'great', returnOn: null },
} as const;

/** All that SQL asks for, told and done. */
const asked = { leadId: 'marina', at: at(14), recordedAt: at(14), actor: 'ana', observer: 'hand' } as const;
const READY = [
  ...marinasFacts(),
  { ...asked, id: 'told', kind: 'lead.changed', body: { fields: { budget: 50_000, need: 'returns' } } },
  attemptMade('a1', at(15), 'connected'),
] satisfies readonly Fact[];

/** By the word that names them in a URL. */
export const CARDS = {
  fresh: {},
  tried: {
    state: { attempts: TRIED },
    facts: [...marinasFacts(), attemptMade('a1', at(15), 'no_answer'), attemptMade('a2', at(16), 'sent')],
    toSend: 2,
    rejected: true,
  },
  late: { state: { clocks: [{ ...FIRST_RESPONSE, status: 'breached', dueAt: at(14, 5) }, ACCEPTANCE] } },
  paused: {
    state: {
      snoozedUntil: at(9) + 4 * DAY_MS,
      clocks: [cadenceOf(2, { status: 'paused', dueAt: null, leftMs: 5 * HOUR_MS })],
    },
  },
  unassigned: {
    state: { owner: null, clocks: [clockOf({ kind: 'first_response', status: 'waiting', dueAt: null })] },
  },
  returned: { role: 'marketer', state: { handoffs: [RETURNED], clocks: [] } },
  manager: { role: 'manager' },
  /** Given to Ana late, and marketing owes its part. */
  accepted: {
    state: {
      handoffs: [ACCEPTED],
      attempts: TRIED,
      clocks: [
        {
          ...FIRST_RESPONSE,
          status: 'breached',
          dueAt: at(14, 5),
          legs: [{ owner: 'ana', from: at(14), to: null, dueAt: at(9) + DAY_MS }],
        },
        clockOf({ kind: 'brief_completion', party: 'marketing', dueAt: at(15) }),
      ],
    },
  },
  ready: {
    state: { handoffs: [ACCEPTED], attempts: TRIED, clocks: [] },
    facts: READY,
    mates: false,
  },
  won: {
    state: {
      stage: { id: 'customer', since: at(15), mark: null },
      handoffs: [{ ...ACCEPTED, closed: { at: at(15), how: 'won' } }],
      clocks: [],
    },
  },
  trial: {
    signed: false,
    state: {
      clocks: [
        { ...FIRST_RESPONSE, trial: true, dueAt: at(14) },
        { ...ACCEPTANCE, trial: true },
      ],
      optedOut: ['call'],
    },
    rejected: true,
  },
  opted: { state: { optedOut: ['email', 'whatsapp'] } },
  excluded: { state: { exclusions: ['competitor'], backlog: true, clocks: [], handoffs: [] }, mates: false },
} as const satisfies Record<string, Sampled>;

/** One question of each type a field may have. */
export function everyType(view: CardView): CardView {
  const choices = ['Google', 'Meta', 'LinkedIn'].map((label) => ({ id: label.toLowerCase(), label }));
  const ask = (type: CardAsk['type'], sign?: string): CardAsk => ({
    field: type,
    type,
    question: `${type}?`,
    choices,
    sign,
  });
  const asks = [
    ask('text'),
    ask('number'),
    ask('money', 'R$'),
    ask('date'),
    ask('boolean'),
    ask('choice'),
    ask('several'),
  ];
  return {
    ...view,
    next: {
      title: view.next?.title ?? '',
      decide: null,
      criteria: asks.map((one) => ({
        verdict: 'unknown',
        label: one.type,
        value: '',
        hint: null,
        ask: one,
      })),
    },
  };
}
