/** How a lead moves by itself, and what keeps it where a person put it. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../shared/lead/facts.ts';
import type { LeadState } from '../../../shared/lead/state.ts';
import { Definitions } from '../../../shared/definitions/definitions.ts';
import {
  HISTORY,
  agreement,
  at,
  attempt,
  captured,
  fact,
  live,
  signal,
  stateAfter,
  version,
  type World,
} from '../lead/agreement.ts';

const DAY = '2026-03-02';
const START = at(DAY, '09:00');
const good = { name: 'Ana', company: 'Clinic', employees: 120, industry: 'health' };
const hand = { actor: 'bruno', observer: 'hand' } as const;

function lived(
  facts: readonly Fact[],
  until: number,
  world: World = {},
  looks: readonly number[] = [],
): LeadState {
  return stateAfter(live(facts, until, world, looks), until, world);
}
const entered = ({ entries }: LeadState) => entries.map(({ stage, cause }) => `${stage} by ${cause}`);

describe('by criteria', () => {
  test('[STG2] enters the furthest automatic stage whose criteria are met', () => {
    const state = lived([captured(START, { fields: good }), signal('pricing', START)], START);
    expect(entered(state)).toEqual(['mql by criteria']);
    expect(state.entries[0]).toMatchObject({ from: null, evidence: 'mql', version: 1, actor: 'system' });
  });

  test('[STG1] the stages are those of the agreement, and the accepted stage may be left out', () => {
    const { stages, handoff } = agreement();
    const definitions = agreement({
      stages: stages.filter(({ id }) => id !== 'sal'),
      handoff: { ...handoff, acceptedStage: undefined },
    });
    const facts = [
      captured(START, { fields: good }),
      signal('demo', START),
      fact('handoff.answered', START + 1, { handoff: 'h:lead-1:1', answer: 'accepted' }, hand),
    ];
    const state = lived(facts, START + 1, { history: [version(definitions)] });
    expect(state.stage.id).toBe('mql');
    expect(state.handoffs[0]).toMatchObject({ answer: { answer: 'accepted', by: 'bruno' }, closed: null });
  });

  test('[STG2] a decision stage is not jumped by score', () => {
    const stages = agreement().stages.map((stage) =>
      stage.id === 'sql'
        ? { ...stage, enter: 'automatic' as const, criteria: { score: true as const, atLeast: 10 } }
        : stage,
    );
    const history = [version(agreement({ stages }))];
    const facts = [captured(START, { fields: good }), signal('pricing', START)];
    expect(lived(facts, START, { history }).stage.id).toBe('mql');
    const accepted = fact('handoff.answered', START + 1, { handoff: 'h:lead-1:1', answer: 'accepted' }, hand);
    expect(entered(lived([...facts, accepted], START + 1, { history }))).toEqual([
      'mql by criteria',
      'sal by answer',
      'sql by criteria',
    ]);
  });

  test('[STG2] a score that falls later moves nobody back', () => {
    const facts = [captured(START, { fields: good }), signal('pricing', START)];
    const later = lived(facts, at('2026-06-30'), {}, [at('2026-04-30')]);
    expect(later.score.shown).toBe(35);
    expect(later.stage).toMatchObject({ id: 'mql', since: START });
    expect(later.entries[0]?.evidenceGone).toBe(false);
  });

  test('[FCT7] since tells when the evidence first held, at tells when it was decided', () => {
    const signalAt = START + 60_000;
    const late = signal('pricing', signalAt);
    const facts = [captured(START, { fields: good }), { ...late, recordedAt: at(DAY, '15:00') }];
    const entry = lived(facts, at(DAY, '15:00')).entries.at(-1);
    expect(entry).toMatchObject({ stage: 'mql', at: at(DAY, '15:00'), since: signalAt });
  });

  test('[FCT7] an entry whose evidence is gone is marked and stays', () => {
    const facts = live(
      [captured(START, { fields: good }), signal('pricing', at(DAY, '10:00'))],
      at(DAY, '10:00'),
    );
    const mended = fact(
      'lead.changed',
      at(DAY, '09:30'),
      { fields: { employees: 3 } },
      { recordedAt: at(DAY, '16:00') },
    );
    const state = stateAfter([...facts, mended], at(DAY, '16:00'));
    expect(state.stage.id).toBe('mql');
    expect(state.entries.at(-1)).toMatchObject({ stage: 'mql', evidenceGone: true });
    expect(state.handoffs[0]?.closed).toBeNull();
  });
});

describe('by fast track', () => {
  test('[STG3] crosses decision stages', () => {
    const stages = agreement().stages.map((stage) =>
      stage.id === 'sql' ? { ...stage, fastTrack: [{ signal: 'demo', label: 'Demo' }] } : stage,
    );
    const state = lived([captured(START), signal('demo', START)], START, {
      history: [version(agreement({ stages }))],
    });
    expect(entered(state)).toEqual(['sql by fast_track']);
    // Fast track opens a normal hand-off, not an accepted one (HOF1).
    expect(state.handoffs).toMatchObject([{ stage: 'sql', cause: 'fast_track', answer: null }]);
  });

  test('[STG3][SCO6] exclusion still wins', () => {
    const state = lived([captured(START, { emails: ['x@rival.example'] }), signal('demo', START)], START);
    expect(state).toMatchObject({ stage: { id: 'visitor' }, entries: [], handoffs: [] });
  });
});

describe('after a move back', () => {
  const toLead = fact('stage.set', at('2026-03-03'), { stage: 'lead' }, hand);
  const qualified = [captured(START, { fields: good }), signal('pricing', START), toLead];

  test('[STG4] criteria alone do not bring it forward again', () => {
    expect(lived(qualified, at('2026-03-05'), {}, [at('2026-03-04')]).stage.id).toBe('lead');
  });

  test('[STG4] evidence with a later instant does', () => {
    const state = lived([...qualified, signal('pricing', at('2026-03-04'))], at('2026-03-04'));
    expect(entered(state)).toEqual(['mql by criteria', 'lead by person', 'mql by criteria']);
    expect(state.entries.at(-1)?.since).toBe(at('2026-03-04'));
    expect(state.handoffs).toMatchObject([{ closed: { how: 'withdrawn' } }, { closed: null }]);
  });

  test('[STG4] late news of what happened before the move does not', () => {
    const late = { ...signal('pricing', START + 1), recordedAt: at('2026-03-04') };
    expect(lived([...qualified, late], at('2026-03-04')).stage.id).toBe('lead');
  });

  test('[STG4] a stage set by a person stands until it is released', () => {
    const released = fact('stage.released', at('2026-03-06'), {}, hand);
    const state = lived([...qualified, released], at('2026-03-06'));
    expect(entered(state).at(-1)).toBe('mql by criteria');
  });

  test('[STG4] a stage a person set forward stands as well', () => {
    const facts = [
      captured(START, { fields: { name: 'Ana' } }),
      fact('stage.set', at('2026-03-03'), { stage: 'visitor' }, hand),
    ];
    expect(lived(facts, at('2026-03-04'), {}, [at('2026-03-03', '12:00')]).stage.id).toBe('visitor');
  });
});

describe('on the agreed date', () => {
  const back = at('2026-04-06', '09:00');
  const recycled = (body: object = {}) =>
    fact(
      'handoff.answered',
      at('2026-03-03'),
      { handoff: 'h:lead-1:1', answer: 'recycled', reason: 'not_now', returnOn: '2026-04-06', ...body },
      hand,
    );
  const facts = [captured(START), signal('demo', START), recycled()];

  test('[STG4] a recycled lead re-enters at first opening whatever its score, with the same owner', () => {
    const before = lived(facts, back - 1, {}, [at('2026-03-20')]);
    expect(before).toMatchObject({ stage: { id: 'lead' }, handoffs: [{ closed: { how: 'answered' } }] });
    const after = lived(facts, back);
    expect(after.entries.at(-1)).toMatchObject({ stage: 'mql', cause: 'return', at: back, since: back });
    expect(after.handoffs.at(-1)).toMatchObject({ cause: 'return', closed: null });
    expect(after.owner).toEqual(before.owner);
  });

  test('[STG4][CAL3] a date without opening means the next opening', () => {
    const saturday = [captured(START), signal('demo', START), recycled({ returnOn: '2026-04-11' })];
    expect(lived(saturday, at('2026-04-13', '09:00')).entries.at(-1)).toMatchObject({ cause: 'return' });
    expect(lived(saturday, at('2026-04-13', '08:59')).stage.id).toBe('lead');
  });

  test.each([
    ['excluded', fact('lead.changed', at('2026-03-10'), { addEmails: ['ana@rival.example'] })],
    ['opted out', fact('lead.optedOut', at('2026-03-10'), { channel: 'all' })],
  ])('[STG4] not when it is %s', (_, reason) => {
    expect(lived([...facts, reason], back).stage.id).toBe('lead');
  });

  test('[STG4] not when it is there or beyond already', () => {
    const again = signal('demo', at('2026-03-20'));
    const state = lived([...facts, again], back);
    expect(entered(state).filter((entry) => entry.includes('return'))).toEqual([]);
    expect(state.handoffs).toHaveLength(2);
  });

  test('[STG4] a disqualified lead never comes back by itself', () => {
    const gone = fact(
      'handoff.answered',
      at('2026-03-03'),
      { handoff: 'h:lead-1:1', answer: 'disqualified', reason: 'no_fit' },
      hand,
    );
    const state = lived(
      [captured(START), signal('demo', START), gone, signal('demo', at('2026-03-20'))],
      back,
    );
    expect(state.stage).toMatchObject({ id: 'mql', mark: 'disqualified' });
    expect(state.handoffs).toHaveLength(1);
  });
});

describe('what an entry remembers', () => {
  test('[STG5] cause and version stay with it', () => {
    const second = version(agreement(), {
      version: 2,
      publishedAt: at('2026-03-03'),
      effectiveAt: at('2026-03-03'),
    });
    const facts = [captured(START, { fields: { name: 'Ana' } }), signal('demo', at('2026-03-04'))];
    const { entries } = lived(facts, at('2026-03-04'), { history: [...HISTORY, second] });
    expect(entries.map(({ cause, version }) => [cause, version])).toEqual([
      ['criteria', 1],
      ['fast_track', 2],
    ]);
  });

  test('[STG2] criteria may look at attempts of the same instant', () => {
    const stages = agreement().stages.map((stage) =>
      stage.id === 'lead' ? { ...stage, criteria: { attempts: true as const, times: 1 } } : stage,
    );
    const history = [version(Definitions.parse(agreement({ stages })))];
    const state = lived([captured(START), attempt(START + 1, 'bruno')], START + 1, { history });
    expect(state.entries).toMatchObject([{ stage: 'lead', evidenceGone: false }]);
  });
});
