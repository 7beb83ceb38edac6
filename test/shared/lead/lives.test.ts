/** What holds for any lead's life as the worker lived it: attempts, stages, hand-offs, time travel. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Fact } from '../../../shared/lead/facts.ts';
import { fold } from '../../../shared/lead/fold.ts';
import { identityKeys, normalizePhone, phoneKeys } from '../../../shared/lead/identity.ts';
import { orderFacts } from '../../../shared/lead/order.ts';
import type { LeadState } from '../../../shared/lead/state.ts';
import { stateAt } from '../../../shared/lead/stateAt.ts';
import { placeOf } from '../../../shared/stage/order.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { patience, RUNS } from '../../support/runs.ts';
import { agreement, everyPolicy, fact, LEAD, live, ROOM, stateAfter, version } from './agreement.ts';
import { END, instant, story } from './arbitrary.ts';

vi.setConfig(patience);
const many = { numRuns: RUNS };

const HISTORY = [version(agreement({ policies: everyPolicy() }))];
const world = { history: HISTORY, room: ROOM };
const foldAt = (facts: Iterable<Fact>, now = END): LeadState => fold(facts, HISTORY, ROOM, now);

/** Laws of one file ask about the same lives: each is lived once. */
const lives = new Map<string, readonly Fact[]>();
function lived(told: readonly Fact[]): readonly Fact[] {
  const key = JSON.stringify(told);
  const known = lives.get(key) ?? live(told, END, world);
  if (lives.size < 2_000) lives.set(key, known);
  return known;
}
/** One seed for all laws of a run, so that they do ask about the same. */
const sameLives = { ...many, seed: Math.floor(Date.now() / 1_000) };
const attemptIds = (facts: readonly Fact[]) =>
  orderFacts(facts).flatMap(({ id, kind }) => (kind === 'attempt.made' ? id : []));

describe('facts', () => {
  test('[FCT2] are never changed by folding them', () => {
    fc.assert(
      fc.property(story, instant, (told, now) => {
        const facts = lived(told);
        const before = JSON.stringify(facts);
        foldAt(facts.map(frozen), now);
        expect(JSON.stringify(facts)).toBe(before);
      }),
      sameLives,
    );
  });

  test('[FCT4] from the future change nothing but until when the state holds', () => {
    fc.assert(
      fc.property(story, instant, (told, now) => {
        const facts = lived(told);
        const { validUntil: until, ...state } = foldAt(facts, now);
        const { validUntil: _, ...known } = foldAt(
          facts.filter(({ at }) => at <= now),
          now,
        );
        expect(state).toEqual(known);
        const next = orderFacts(facts).find(({ at }) => at > now)?.at ?? Infinity;
        expect(until ?? Infinity).toBeLessThanOrEqual(next);
      }),
      sameLives,
    );
  });

  test('[FCT4] stand in one order, whichever way round they are put', () => {
    fc.assert(
      fc.property(story, (told) => {
        const facts = lived(told);
        expect(orderFacts(facts.toReversed())).toEqual(orderFacts(facts));
        expect(orderFacts([...facts, ...facts])).toHaveLength(facts.length);
      }),
      sameLives,
    );
  });

  test('[STG5] recorded by a day tell what was known on that day', () => {
    fc.assert(
      fc.property(story, instant, (told, day) => {
        const facts = live(told, END, world, [day]);
        const then = live(
          told.filter(({ recordedAt }) => recordedAt <= day),
          day,
          world,
        );
        expect(stateAt(facts, HISTORY, ROOM, day, 'then')).toEqual(foldAt(then, day));
        expect(stateAt(facts, HISTORY, ROOM, day, 'now')).toEqual(foldAt(facts, day));
      }),
      sameLives,
    );
  });

  test('[FCT3] of a second capture leave source and campaign as they were', () => {
    fc.assert(
      fc.property(story, instant, (told, when) => {
        const body = { emails: [], phones: [], externalIds: [], fields: {}, cause: 'form' } as const;
        const again = fact('lead.captured', when + 1, {
          ...body,
          emails: [],
          phones: [],
          externalIds: [],
          source: 'late',
          campaign: 'late',
        });
        const [first, both] = [told, [...told, again]].map((facts) => foldAt(facts));
        expect([both?.source, both?.campaign]).toEqual([first?.source, first?.campaign]);
      }),
      many,
    );
  });
});

describe('attempts', () => {
  test('[ATT7] hold every fact about a try once, ascending', () => {
    fc.assert(
      fc.property(story, (told) => {
        const facts = lived(told);
        const { attempts } = foldAt(facts);
        expect(attempts.flatMap(({ factIds }) => factIds).toSorted()).toEqual(attemptIds(facts).toSorted());
        const times = attempts.map(({ at }) => at);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }),
      sameLives,
    );
  });

  test('[ATT9] are genuine only where sales tried by itself and nobody took it back', () => {
    fc.assert(
      fc.property(story, fc.nat(20), fc.boolean(), (told, pick, refuse) => {
        const facts = lived(told);
        const ids = attemptIds(facts);
        const attempt = ids[pick % Math.max(1, ids.length)] ?? 'none';
        const kind = refuse ? 'attempt.refused' : 'attempt.withdrawn';
        const { attempts } = foldAt([...facts, fact(kind, END, { attempt })]);
        const wrong = attempts.filter(
          ({ genuine, automatic, withdrawn, refused, afterOptOut, factIds }) =>
            (genuine && (automatic || withdrawn || refused || afterOptOut)) ||
            (factIds.includes(attempt) && !withdrawn && !refused),
        );
        expect(wrong).toEqual([]);
      }),
      sameLives,
    );
  });

  test('[HOF6] after nobody may write any more count for nothing, and no hand-off stays open', () => {
    fc.assert(
      fc.property(story, instant, (told, when) => {
        const silent = told.filter(({ kind, at }) => kind !== 'lead.optedIn' || at < when);
        const out = fact('lead.optedOut', when, { channel: 'all' });
        const { attempts, handoffs, optedOut } = foldAt(live([...silent, out], END, world));
        expect(optedOut).toEqual(['all']);
        expect(attempts.filter(({ at, genuine }) => genuine && at > when)).toEqual([]);
        expect(handoffs.filter(({ closed }) => closed === null)).toEqual([]);
      }),
      many,
    );
  });
});

describe('stages and hand-offs', () => {
  test('[STG5] follow one another: each entry leaves the stage the one before entered', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { entries, stage } = foldAt(lived(told));
        const left = entries.map(({ from }) => from);
        expect(left).toEqual(
          [null, ...entries.map(({ stage: entered }) => entered)].slice(0, entries.length),
        );
        expect(stage.id).toBe(entries.at(-1)?.stage ?? 'visitor');
      }),
      sameLives,
    );
  });

  test('[STG2] automatic ones never pass a stage somebody has to decide', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { stages } = agreement();
        const { entries } = foldAt(lived(told));
        const passed = entries
          .filter(({ cause }) => cause === 'criteria')
          .flatMap(({ stage, from }) =>
            stages.slice(from === null ? 0 : placeOf(agreement(), from) + 1, placeOf(agreement(), stage) + 1),
          );
        expect(passed.filter(({ enter }) => enter === 'decision')).toEqual([]);
      }),
      sameLives,
    );
  });

  test('[HOF1] every hand-off is of a stage at sales, after an entry, and ends after it began', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { handoffs, entries } = foldAt(lived(told));
        const wrong = handoffs.filter(
          ({ stage, openedAt, closed }) =>
            placeOf(agreement(), stage) < placeOf(agreement(), 'mql') ||
            !entries.some(({ at }) => at <= openedAt) ||
            (closed?.at ?? Infinity) < openedAt,
        );
        expect(wrong).toEqual([]);
        expect(new Set(handoffs.map(({ id }) => id)).size).toBe(handoffs.length);
      }),
      sameLives,
    );
  });

  test('[TRI2] a lead in the backlog owes nothing and has nothing handed off', () => {
    fc.assert(
      fc.property(story, instant, (told, now) => {
        const state = foldAt(lived(told), now);
        const open = state.handoffs.filter(({ closed }) => closed === null);
        const running = state.clocks.filter(({ status }) => status === 'running');
        expect(
          state.backlog
            ? [...open, ...running.filter(({ handoff }) => open.some(({ id }) => id === handoff))]
            : [],
        ).toEqual([]);
      }),
      sameLives,
    );
  });

  test('[IDN3] a merge taken back leaves the lead byte for byte as it was', () => {
    const moved = story.map((told) =>
      told.map((one, place): Fact => ({
        ...one,
        id: `other-${place}`,
        leadId: 'lead-2',
        at: one.at + MINUTE_MS,
      })),
    );
    fc.assert(
      fc.property(story, moved, instant, (told, others, when) => {
        const own = live(told, END, world);
        const head = { leadId: LEAD, actor: 'bruno', observer: 'hand' } as const;
        const merged = fact('lead.merged', when, { absorbed: 'lead-2' }, head);
        const apart = fact('lead.unmerged', END, { absorbed: 'lead-2' }, head);
        const united = foldAt([...own, ...others, merged], END - 1);
        expect(united.leadId).toBe(LEAD);
        expect(united.handoffs.slice(0, -1).every(({ closed }) => closed !== null)).toBe(true);
        expect(JSON.stringify(foldAt([...own, ...others, merged, apart]))).toBe(JSON.stringify(foldAt(own)));
      }),
      many,
    );
  });
});

describe('identity', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 7, maxLength: 14 });

  test('[IDN1] a phone is found under whichever of its forms it is written', () => {
    const phone = fc.oneof(
      digits.map((number) => `+${number}`),
      fc
        .tuple(fc.integer({ min: 11, max: 99 }), fc.integer({ min: 60_000_000, max: 99_999_999 }))
        .map(([area, number]) => `+55${area}9${number}`),
    );
    fc.assert(
      fc.property(phone, (said) => {
        const keys = phoneKeys(said);
        expect(keys.map(phoneKeys)).toEqual(keys.map(() => keys));
        expect(keys.includes(said)).toBe(normalizePhone(said) !== null);
        expect(phoneKeys(said.replace(/^(\+\d\d)(\d\d)/, '$1 ($2) '))).toEqual(keys);
      }),
      many,
    );
  });

  test('[IDN1] keys do not ask in which order, or how often, an address was given', () => {
    const emails = fc.array(fc.constantFrom('A@x.example', 'a@X.example', 'b@y.example', 'nobody'), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        emails,
        fc.array(
          digits.map((number) => `+${number}`),
          { maxLength: 3 },
        ),
        (mails, phones) => {
          const keys = identityKeys({ emails: mails, phones, externalIds: [] });
          const again = {
            emails: [...mails.toReversed(), ...mails],
            phones: phones.toReversed(),
            externalIds: [],
          };
          expect(identityKeys(again)).toEqual(keys);
          expect(keys).toEqual([...new Set(keys)].toSorted());
        },
      ),
      many,
    );
  });
});

test('[CLK3][HOF6] nothing runs on a hand-off that is over, but what follows from its end', () => {
  fc.assert(
    fc.property(story, instant, (told, now) => {
      const { clocks, handoffs } = stateAfter(lived(told), now, world);
      const over = new Set(handoffs.flatMap(({ id, closed }) => (closed === null ? [] : id)));
      const running = clocks.filter(
        ({ handoff, status, kind }) =>
          ['running', 'paused', 'waiting'].includes(status) &&
          over.has(handoff ?? '') &&
          kind !== 'return_to_nurture' &&
          kind !== 'contest_answer',
      );
      expect(running).toEqual([]);
    }),
    sameLives,
  );
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
