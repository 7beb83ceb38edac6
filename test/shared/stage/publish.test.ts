/** What publishing, importing and the end of the trial do to leads. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../shared/lead/facts.ts';
import { stageBeforeHandoff } from '../../../shared/stage/order.ts';
import type { LeadState } from '../../../shared/lead/state.ts';
import {
  agreement,
  at,
  captured,
  fact,
  live,
  signal,
  stateAfter,
  stricter,
  version,
  type World,
} from '../lead/agreement.ts';

/** Late on a Tuesday: four business hours reach past the publish of Wednesday morning. */
const START = at('2026-03-03', '16:00');
const PUBLISH = at('2026-03-04', '09:00');
const LATER = at('2026-03-10', '12:00');
const good = { name: 'Ana', company: 'Clinic', employees: 120, industry: 'health' };
const hand = { actor: 'bruno', observer: 'hand' } as const;
const second = { version: 2, publishedAt: PUBLISH, effectiveAt: PUBLISH };

function lived(facts: readonly Fact[], world: World, until = LATER): LeadState {
  return stateAfter(live(facts, until, world, [PUBLISH]), until, world);
}

describe('publishing new criteria', () => {
  const facts = [captured(START, { fields: good }), signal('pricing', START)];
  const moveBack = { leads: 'moveBack', clocks: 'new' } as const;

  test('[STG6] leads that no longer qualify stay, unless asked to move', () => {
    const stay = { history: [version(agreement()), version(stricter(), second)] };
    expect(lived(facts, stay).stage.id).toBe('mql');
  });

  test('[STG6] moves them back when asked, ending the hand-off as withdrawn', () => {
    const world = { history: [version(agreement()), version(stricter(), { ...second, choices: moveBack })] };
    const state = lived(facts, world);
    expect(state.entries.at(-1)).toMatchObject({ stage: 'lead', cause: 'publish', at: PUBLISH, version: 2 });
    expect(state.handoffs).toMatchObject([{ closed: { how: 'withdrawn', at: PUBLISH } }]);
    expect(state.clocks).toMatchObject([{ status: 'cancelled' }]);
  });

  test('[STG6] but not those sales has answered, nor those a person or a signal put there', () => {
    const world = { history: [version(agreement()), version(stricter(), { ...second, choices: moveBack })] };
    const answered = fact('handoff.answered', START + 1, { handoff: 'h:lead-1:1', answer: 'accepted' }, hand);
    expect(lived([...facts, answered], world).stage.id).toBe('sal');
    expect(lived([captured(START), signal('demo', START)], world).stage.id).toBe('mql');
    const put = fact('stage.set', START + 1, { stage: 'mql' }, hand);
    expect(lived([captured(START), put], world).stage.id).toBe('mql');
  });

  test('[STG6] nor those accepted where they are, nor where the stage asks for nothing any more', () => {
    const { handoff, stages } = agreement();
    const { acceptedStage: _, ...plain } = handoff;
    const answered = fact('handoff.answered', START + 1, { handoff: 'h:lead-1:1', answer: 'accepted' }, hand);
    const after = (next: ReturnType<typeof agreement>, told = facts) => {
      const first = version(agreement({ handoff: plain }));
      return lived(told, { history: [first, version(next, { ...second, choices: moveBack })] }).stage.id;
    };
    expect(after({ ...stricter(), handoff: plain }, [...facts, answered])).toBe('mql');
    const decided = stages.map(({ criteria, ...stage }) =>
      stage.id === 'mql' || criteria === undefined ? stage : { ...stage, criteria },
    );
    expect(after(agreement({ stages: decided }))).toBe('mql');
    const nothing = stricter().stages.map((stage) =>
      stage.criteria === undefined
        ? stage
        : { ...stage, criteria: { field: 'budget', known: true } as const },
    );
    expect(after(agreement({ stages: nothing }))).toBe('visitor');
  });

  test('[STG1] a returned lead goes one stage back, at the first stage to that', () => {
    const { stages } = agreement();
    const from = stages.findIndex(({ id }) => id === 'mql');
    expect(stageBeforeHandoff(agreement())).toBe('lead');
    expect(stageBeforeHandoff({ ...agreement(), stages: stages.slice(from) })).toBe('mql');
  });

  test('[TRI2] a lead that qualifies by the publish enters as backlog, without hand-off or clock', () => {
    const easier = agreement();
    const stages = easier.stages.map((stage) =>
      stage.id === 'mql' ? { ...stage, criteria: { score: true as const, atLeast: 30 } } : stage,
    );
    const world = { history: [version(agreement()), version({ ...easier, stages }, second)] };
    const state = lived([captured(START, { fields: good })], world);
    expect(state.entries.at(-1)).toMatchObject({ stage: 'mql', cause: 'publish', since: PUBLISH });
    expect(state).toMatchObject({ backlog: true, handoffs: [], clocks: [] });
    const fresh = lived(
      [captured(START, { fields: { name: 'Ana' } }), fact('lead.changed', LATER, { fields: good })],
      world,
    );
    expect(fresh.entries.at(-1)).toMatchObject({ stage: 'mql', cause: 'criteria' });
    expect(fresh.backlog).toBe(false);
  });
});

describe('importing', () => {
  const old = at('2025-11-01');
  const imported = [
    { ...captured(old, { fields: good, cause: 'import' }), recordedAt: START },
    { ...signal('pricing', at('2026-03-01')), recordedAt: START },
  ];

  test('[TRI2] makes backlog: a stage, no hand-off, no clock', () => {
    const state = lived(imported, {});
    expect(state.entries).toMatchObject([{ stage: 'mql', cause: 'import' }]);
    expect(state).toMatchObject({ backlog: true, handoffs: [], clocks: [], owner: null });
  });

  test('[TRI2] a fast-track signal of the import itself is backlog too, one after it is not', () => {
    const demo = signal('demo', at('2026-03-01', '10:00'));
    const within = lived(
      [
        { ...captured(old, { cause: 'import' }), recordedAt: START },
        { ...demo, recordedAt: START },
      ],
      {},
    );
    expect(within).toMatchObject({
      backlog: true,
      entries: [{ stage: 'mql', cause: 'import' }],
      handoffs: [],
    });
    const raised = at('2026-03-05', '10:00');
    const state = lived([...imported, signal('demo', raised)], {});
    expect(state.backlog).toBe(false);
    expect(state.handoffs).toMatchObject([
      { cause: 'fast_track', openedAt: raised, since: raised, closed: null },
    ]);
    expect(state.clocks.map(({ kind, startedAt }) => [kind, startedAt])).toEqual([
      ['first_response', raised],
    ]);
  });

  test('[TRI2] a manager releases it: hand-off and clocks start then', () => {
    const released = at('2026-03-06', '10:00');
    const state = lived(
      [...imported, fact('handoff.released', released, {}, { actor: 'bruno', observer: 'hand' })],
      {},
    );
    expect(state.backlog).toBe(false);
    expect(state.handoffs).toMatchObject([{ cause: 'import', openedAt: released, since: released }]);
    expect(state.owner?.id).toBe('dora');
  });

  test('[TRI2] new evidence after the import enters as usual', () => {
    const bare = {
      ...captured(old, { fields: { ...good, industry: 'retail' }, cause: 'import' }),
      recordedAt: START,
    };
    const state = lived([bare, signal('pricing', at('2026-03-05')), signal('pricing', at('2026-03-06'))], {});
    expect(state.entries.map(({ stage, cause }) => [stage, cause])).toEqual([
      ['lead', 'import'],
      ['mql', 'criteria'],
    ]);
    expect(state.handoffs).toHaveLength(1);
  });

  test('[TRI2] a stage column of the import makes no hand-off either', () => {
    const row = { recordedAt: START, actor: 'csv', observer: 'integration' } as const;
    const state = lived([imported[0] ?? captured(old), fact('stage.set', START, { stage: 'sql' }, row)], {});
    expect(state).toMatchObject({ stage: { id: 'sql' }, backlog: true, handoffs: [], clocks: [] });
  });
});

describe('the trial', () => {
  const world = { history: [version(agreement(), { signed: false }), version(agreement(), second)] };
  const facts = [captured(START), signal('demo', START)];

  test('[TRI1] until a signed version takes effect, hand-offs and clocks are marked as trial', () => {
    const state = lived(facts, world, PUBLISH - 1);
    expect(state).toMatchObject({ trial: true, handoffs: [{ trial: true, closed: null }] });
    expect(state.clocks.every(({ trial, status }) => trial && status === 'running')).toBe(true);
  });

  test('[TRI1] at that instant its clocks are cancelled and its leads become backlog', () => {
    const state = lived(facts, world);
    expect(state).toMatchObject({ trial: false, backlog: true });
    expect(state.handoffs).toMatchObject([{ closed: { how: 'withdrawn', at: PUBLISH } }]);
    expect(state.clocks.every(({ status }) => status === 'cancelled')).toBe(true);
  });

  test('[TRI1][TRI2] a release hands it over for real', () => {
    const state = lived([...facts, fact('handoff.released', at('2026-03-05', '10:00'), {}, hand)], world);
    expect(state.handoffs).toMatchObject([{ trial: true }, { trial: false, closed: null }]);
  });
});
