/** What proposals are tried on: answers of an agency in São Paulo, and closed leads counted by hand. */
import type { Answers } from '../../../../shared/definitions/propose/answers.ts';
import type { Ground } from '../../../../shared/definitions/propose/suggestion.ts';
import { STARTERS } from '../../../../shared/definitions/starters.ts';
import type { Case, Evidence } from '../../../../shared/target/evidence.ts';
import type { Trait } from '../../../../shared/target/trait.ts';

export const ANSWERS: Answers = {
  business: 'saas',
  country: 'BR',
  zone: 'America/Sao_Paulo',
  days: 'weekdays',
  opens: '09:00',
  closes: '18:00',
  pause: '12:00',
  team: '',
  sales: 'marcos',
  marketing: 'monica',
  referee: '',
  quota: null,
};

export const NOTHING: Evidence = {
  won: 0,
  lost: 0,
  traits: [],
  cases: [],
  responses: [],
  deals: [],
  segments: [],
};

/** Leads of one kind: how many were won and lost, what they are, what the starter gave them. */
export interface Kind {
  readonly won: number;
  readonly lost: number;
  readonly has: readonly Trait[];
  /** Profile, interest, doubts. */
  readonly sums?: readonly number[];
  readonly met?: readonly number[];
  readonly fast?: boolean;
}

export function evidenceOf(kinds: readonly Kind[], more: Partial<Evidence> = {}): Evidence {
  const names = [...new Set(kinds.flatMap(({ has }) => has.map((trait) => JSON.stringify(trait))))];
  const cases = kinds.map(({ won, lost, has, sums = [0, 0, 0], met = [0, 1], fast = false }): Case => {
    return { won, lost, sums, met, fast, has: has.map((trait) => names.indexOf(JSON.stringify(trait))) };
  });
  return {
    ...NOTHING,
    won: kinds.reduce((sum, { won }) => sum + won, 0),
    lost: kinds.reduce((sum, { lost }) => sum + lost, 0),
    traits: names.map((name): Trait => JSON.parse(name)),
    cases,
    ...more,
  };
}

export function groundWith(changes: Partial<Ground> = {}): Ground {
  return {
    answers: ANSWERS,
    starter: STARTERS.en,
    current: STARTERS.en,
    evidence: NOTHING,
    openMs: [],
    people: 0,
    ...changes,
  };
}

export const is = (field: string, value: string): readonly Trait[] => [
  { kind: 'known', field },
  { kind: 'is', field, value },
];
export const step = (field: string, from: number): readonly Trait[] => [
  { kind: 'known', field },
  { kind: 'step', field, from },
];
export const did = (signal: string): Trait => ({ kind: 'signal', signal });
