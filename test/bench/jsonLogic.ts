/**
 * The English starter for json-logic-engine's `run()`: points as one sum, the stage as one `if`. Signals
 * in windows and fading come from our hand-written function as a custom operation, as its documentation
 * advises, and text is folded by one too: what is left is what it is made for.
 */
import { LogicEngine } from 'json-logic-engine';
import { foldText } from '../../shared/predicate/text.ts';
import { INTEREST, type Outcome, signalHundredths } from './byHand.ts';
import { DEFINITIONS, type PlainLead } from './leads.ts';

export function jsonLogic(now: number): (lead: PlainLead) => Outcome {
  const engine = new LogicEngine();
  engine.addMethod(
    'points',
    ([id, signals]: [string, PlainLead['signals']]) => signalHundredths(id, signals, now),
    {
      deterministic: true,
    },
  );
  engine.addMethod('text', ([value]: [unknown]) => (typeof value === 'string' ? foldText(value) : value), {
    deterministic: true,
  });
  engine.addMethod('known', ([value]: [unknown]) => typeof value === 'string' && value.trim() !== '', {
    deterministic: true,
  });
  engine.addMethod('round', ([value]: [number]) => Math.floor((value + 50) / 100), { deterministic: true });

  const variable = (name: string) => ({ var: name });
  const text = (name: string) => ({ text: [variable(name)] });
  const clamped = (min: number, max: number, sum: object) => ({ max: [min, { min: [max, sum] }] });
  const when = (test: object, value: number) => ({ if: [test, value, 0] });
  const signal = (id: string) => ({ points: [id, variable('signals')] });
  const score = {
    round: [
      clamped(0, 10_000, {
        '+': [
          clamped(0, 5_000, {
            '+': [
              when({ '===': [text('seniority'), 'chief'] }, 1_800),
              when({ '===': [text('seniority'), 'director'] }, 1_500),
              when({ '===': [text('seniority'), 'manager'] }, 800),
              when({ '<=': [50, variable('employees'), 200] }, 1_200),
              when({ '>=': [variable('employees'), 201] }, 1_500),
              when({ in: [text('industry'), DEFINITIONS.lists['icpIndustries']?.values ?? []] }, 500),
            ],
          }),
          clamped(0, 6_000, { '+': INTEREST.map(signal) }),
          clamped(-2_000, 0, signal('careers_viewed')),
        ],
      }),
    ],
  };
  const stage = {
    if: [
      {
        and: [
          { '>=': [variable('score'), 50] },
          { '>=': [variable('employees'), 10] },
          { in: [text('seniority'), ['manager', 'director', 'chief']] },
        ],
      },
      'mql',
      {
        or: [
          { known: [variable('name')] },
          { known: [variable('company')] },
          { '!==': [signal('form_submitted'), 0] },
        ],
      },
      'lead',
      'visitor',
    ],
  };
  return ({ fields, signals }) => {
    const data = { seniority: null, industry: null, employees: 0, ...fields, signals, score: 0 };
    data.score = Number(engine.run(score, data));
    return { score: data.score, stage: String(engine.run(stage, data)) };
  };
}
