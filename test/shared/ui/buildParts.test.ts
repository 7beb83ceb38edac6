/** The parts of the card beside clocks, checklist and score: brief, persona, account, history, what one may do. */
import { describe, expect, test } from 'vitest';
import { FactBody, FACT_KINDS, type Fact, type FactKind } from '../../../shared/lead/facts.ts';
import { readLead, stateOf } from '../../../shared/lead/fold.ts';
import type { LeadState } from '../../../shared/lead/state.ts';
import { LANGUAGES, ROLES, type Language, type Role } from '../../../shared/lead/vocabulary.ts';
import type { OtherLead } from '../../../shared/ui/buildAccount.ts';
import { buildCard } from '../../../shared/ui/buildCard.ts';
import { buildForeign } from '../../../shared/ui/buildForeign.ts';
import { buildHistory } from '../../../shared/ui/buildHistory.ts';
import { rejectedWords } from '../../../shared/ui/rejectedWords.ts';
import { messagesFor } from '../../../shared/messages/catalog.ts';
import { DAY_MS } from '../../../shared/time.ts';
import {
  at,
  attemptMade,
  attemptOf,
  clockOf,
  contextIn,
  FIRST_RESPONSE,
  HANDOFF,
  marina,
  marinasFacts,
  NOW,
} from './sampleLead.ts';

interface More {
  readonly state?: Partial<LeadState>;
  readonly role?: Role;
  readonly viewer?: string;
  readonly facts?: readonly Fact[];
  readonly mates?: readonly LeadState[];
  readonly others?: readonly OtherLead[];
  readonly language?: Language;
}

function cardOf({
  state = {},
  role = 'sdr',
  viewer = 'ana',
  facts = marinasFacts(),
  mates = [],
  others = [],
  language = 'pt-BR',
}: More = {}) {
  const context = contextIn(language, { viewer: { memberId: viewer, role } });
  const read = readLead(facts, context.history, context.room, NOW);
  const input = {
    state: marina(language, state),
    read,
    mates,
    others,
    pending: new Set(['a1']),
    toSend: 0,
    syncedAt: NOW,
  };
  return buildCard(input, context);
}

const snoozed = (id: string, when: number): Fact => ({
  id,
  leadId: 'marina',
  at: when,
  recordedAt: when,
  actor: 'ana',
  observer: 'hand',
  kind: 'lead.snoozed',
  body: { untilOn: '2026-11-13', reason: 'vacation' },
});

test('[HOF1] the brief tells the latest signals, what is still to be asked and the next promise', () => {
  const facts = marinasFacts().map((fact) =>
    fact.kind === 'lead.captured'
      ? { ...fact, body: { ...fact.body, fields: { name: 'Marina Duarte' } } }
      : fact,
  );
  const { brief } = cardOf({ facts, state: { fields: { name: 'Marina Duarte' } } });
  expect(brief?.signals).toMatchObject([{ label: 'Pediu demonstração', when: 'hoje 13:09' }]);
  expect(brief?.next).toEqual({ label: 'Primeira resposta', when: 'hoje às 17:30' });
  expect(brief?.missing.map(({ label, ask }) => [label, ask?.question ?? null])).toEqual([
    ['Empresa', null],
    ['Cargo', null],
    ['Funcionários', 'Quantas pessoas trabalham lá?'],
  ]);
});

test('[HOF1] the same signal several times in a row is one line with the newest hour', () => {
  const seen = (id: string, signal: string, minute: number) => {
    const head = { id, leadId: 'marina', at: at(15, minute), recordedAt: at(15, minute), actor: 'site' };
    return { ...head, observer: 'integration', kind: 'signal.seen', body: { signal } } as const;
  };
  const facts = [...marinasFacts(), seen('p1', 'pricing_viewed', 1), seen('p2', 'pricing_viewed', 2)];
  expect(cardOf({ facts }).brief?.signals.slice(0, 2)).toMatchObject([
    { label: 'Viu a página de preços ×2', when: 'hoje 15:02' },
    { label: 'Pediu demonstração', when: 'hoje 13:09' },
  ]);
});

test('[HOF1] a next step whose hour has passed says that it has', () => {
  const late = clockOf({ ...FIRST_RESPONSE, status: 'breached', dueAt: at(14, 5) });
  expect(cardOf({ state: { clocks: [late] } }).brief?.next?.when).toBe('venceu hoje às 14:05');
});

test('a closed hand-off has no brief', () => {
  const closed = { ...HANDOFF, closed: { at: at(14), how: 'withdrawn' } } as const;
  expect(cardOf({ state: { handoffs: [closed] } }).brief).toBeNull();
});

test('[DEF7] the persona offers three of its pains, needs and words', () => {
  expect(cardOf().persona).toMatchObject({
    label: 'Quem decide',
    words: ['previsibilidade', 'retorno', 'um só acordo'],
  });
  expect(cardOf({ state: { persona: null } }).persona).toBeNull();
});

describe('[IDN4] the account', () => {
  const mate = (leadId: string, more: Partial<LeadState> = {}) =>
    marina('pt-BR', { leadId, fields: { name: leadId }, persona: null, ...more });

  test('lists the others, which personas they cover and which are missing', () => {
    const { account } = cardOf({ mates: [mate('carla'), mate('davi', { owner: null })] });
    expect(account).toMatchObject({ company: 'Clínica Vida', covered: ['Quem decide'], more: 0 });
    expect(account?.missing).toHaveLength(1);
    expect(account?.people.map(({ name, about }) => `${name}: ${about}`)).toEqual([
      'carla: MQL · Ana',
      'davi: MQL · sem responsável',
    ]);
  });

  test('a colleague’s lead is listed and does not open', () => {
    const { account } = cardOf({ mates: [mate('theirs', { owner: { id: 'bruno', since: at(9) } })] });
    expect(account?.people[0]?.open).toBe(false);
  });

  test('the last touch is the newest of anybody with anyone of it', () => {
    const email = { channel: 'email', outcome: 'sent', by: 'bruno' } as const;
    const carla = mate('Carla', { attempts: [attemptOf('c', at(15), email)] });
    const touched = { attempts: [attemptOf('m', at(14))] };
    expect(cardOf({ mates: [carla], state: touched }).touch).toBe(
      'Último contato hoje 15:00 · E-mail com Carla · Bruno',
    );
    expect(cardOf({ state: touched }).touch).toBe('Último contato hoje 14:00 · Ligação · Ana');
    expect(cardOf({ state: { attempts: [attemptOf('m', at(14), { withdrawn: true })] } }).touch).toBe(
      'Ninguém fez contato ainda',
    );
  });

  test('leads told of without their facts are listed, cover personas and are spoken to like the others', () => {
    const definitions = contextIn('pt-BR').history.at(-1)?.definitions;
    const [first, second] = definitions?.personas ?? [];
    const other = {
      stage: 'mql',
      owner: 'bruno',
      persona: second?.id ?? '',
      touched: { at: at(15), by: 'bruno' },
    };
    const own = { persona: first?.id ?? '', attempts: [attemptOf('m', at(14))] };
    const { account, touch } = cardOf({
      state: own,
      others: [
        { ...other, id: 'x' },
        { ...other, id: 'y', owner: null, touched: null },
        { ...other, id: 'z', name: 'Zoe', touched: null },
      ],
    });
    expect(account?.people).toEqual([
      { leadId: 'x', name: 'Lead de Bruno', about: 'MQL · Bruno', open: false },
      { leadId: 'y', name: 'Lead sem responsável', about: 'MQL · sem responsável', open: false },
      { leadId: 'z', name: 'Zoe', about: 'MQL · Bruno', open: true },
    ]);
    expect(account?.covered).toEqual([first?.label, second?.label]);
    expect(touch).toBe('Último contato hoje 15:00 · com Lead de Bruno · Bruno');
  });

  test('more than fit are counted', () => {
    const mates = Array.from({ length: 9 }, (_, place) => mate(`m${place}`));
    expect(cardOf({ mates }).account).toMatchObject({ more: 3 });
  });
});

describe('history', () => {
  test('newest first, in words, with who did it and what is not sent yet', () => {
    const facts = [...marinasFacts(), attemptMade('a1', at(15), 'no_answer')];
    expect(cardOf({ facts }).history.lines.map(({ when, text, pending }) => [when, text, pending])).toEqual([
      ['hoje 15:00', 'Ligação · Não atendeu · Ana', true],
      ['hoje 13:30', 'Responsável: Ana Lima', false],
      ['hoje 13:10', 'Passagem para vendas em Lead qualificado por marketing', false],
      ['hoje 13:10', 'Lead qualificado por marketing por via rápida: pediu demonstração', false],
      ['hoje 13:09', 'Pediu demonstração', false],
      ['13 out 09:00', 'Preencheu um formulário · origem Google', false],
    ]);
  });

  test('a page at a time, and how many there are in all', () => {
    const facts = [
      ...marinasFacts(),
      ...Array.from({ length: 20 }, (_, n) => attemptMade(`x${n}`, at(14, n), 'no_answer')),
    ];
    const context = contextIn('en');
    const input = { facts, state: marina('en'), pending: new Set<string>() };
    expect(buildHistory(input, context, 10)).toMatchObject({ total: 25 });
    expect(buildHistory(input, context, 10).lines).toHaveLength(10);
    expect(buildHistory(input, context, 500).lines).toHaveLength(25);
  });

  test('an attempt taken back is struck out', () => {
    const facts = [...marinasFacts(), attemptMade('a2', at(15), 'no_answer')];
    const state = { attempts: [attemptOf('a2', at(15), { withdrawn: true })] };
    expect(cardOf({ facts, state }).history.lines[0]).toMatchObject({ withdrawn: true });
  });

  test.each(LANGUAGES)('%s says something of every kind of fact', (language) => {
    const context = contextIn(language);
    const state = marina(language);
    const silent = FACT_KINDS.filter((kind) => kind !== 'account.counted').filter((kind) => {
      const facts = [{ ...marinasFacts()[0], id: kind, kind, body: SAMPLES[kind] }] as unknown as Fact[];
      const [line] = buildHistory({ facts, state, pending: new Set() }, context).lines;
      return !line?.text.trim() || /undefined|\[object|null/.test(line.text);
    });
    expect(silent).toEqual([]);
  });
});

const answer = {
  handoff: 'h1',
  answer: 'recycled',
  reason: 'not_now',
  returnOn: '2027-01-11',
  comment: 'ok',
};
/** One body of each kind, as its schema has it. */
const SAMPLES: Readonly<Record<FactKind, object>> = {
  'lead.captured': { emails: [], phones: [], externalIds: [], fields: {}, source: 'google', cause: 'import' },
  'lead.changed': {
    fields: { budget: 50_000, need: null },
    addEmails: ['a@b.example'],
    removePhones: ['+1'],
  },
  'lead.merged': { absorbed: 'x' },
  'lead.unmerged': { absorbed: 'x' },
  'lead.optedOut': { channel: 'all' },
  'lead.optedIn': { channel: 'email', basis: 'asked' },
  'signal.seen': { signal: 'demo_requested' },
  'reply.received': { channel: 'email', outOfOffice: true },
  'deal.changed': { dealId: 'd', amount: 1_200, currency: 'BRL', outcome: 'won' },
  'account.counted': { personas: {}, stages: {} },
  'stage.set': { stage: 'sql', comment: 'agreed' },
  'stage.released': {},
  'handoff.released': {},
  'stage.entered': { stage: 'sql', from: 'mql', cause: 'person', since: NOW, version: 7 },
  'handoff.opened': { handoff: 'h1', stage: 'mql', cause: 'criteria', since: NOW, version: 7 },
  'owner.assigned': { owner: null },
  'owner.routed': { owner: 'bruno', route: null, team: null, handoff: 'h1' },
  'lead.snoozed': { untilOn: '2026-11-20', reason: 'vacation' },
  'lead.resumed': {},
  'attempt.made': { channel: 'email', outcome: 'sent', evidence: 'observed', scheduled: true },
  'attempt.withdrawn': { attempt: 'a1' },
  'attempt.refused': { attempt: 'a1', reason: 'no' },
  'handoff.answered': answer,
  'handoff.corrected': answer,
  'handoff.contested': { handoff: 'h1', evidence: 'asked for a demo' },
  'handoff.decided': { handoff: 'h1', outcome: 'overturned' },
  'handoff.commented': { handoff: 'h1', text: 'how did the call go?' },
  'handoff.withdrawn': { handoff: 'h1' },
  'nurture.started': {},
  'material.used': { persona: 'decider', material: 'm1' },
  'clock.warned': { clock: 'first_response-1', step: 1 },
  'clock.breached': { clock: 'gone', dueAt: NOW },
  'clock.escalated': { clock: 'first_response-1', step: 1, action: 'notify' },
  'clock.corrected': { clock: 'first_response-1' },
};

test.each(Object.entries(SAMPLES))('the sample of %s is one', (kind, body) => {
  expect(FactBody[kind as FactKind].safeParse(body).error).toBeUndefined();
});

describe('[ACC2] what may be done is what the role and the state leave', () => {
  const all = (more: More) => {
    const { may } = cardOf(more);
    return Object.entries(may)
      .filter(([, value]) => (Array.isArray(value) ? value.length > 0 : Boolean(value)))
      .map(([name]) => name);
  };

  test.each([
    ['sdr', ['log', 'answer', 'stage', 'set', 'snooze', 'reply', 'optOut', 'material']],
    ['manager', ['log', 'answer', 'stage', 'set', 'assign', 'snooze', 'reply', 'optOut', 'material']],
    ['admin', ['log', 'answer', 'stage', 'set', 'assign', 'snooze', 'reply', 'optOut', 'material']],
    ['marketer', ['set', 'optOut']],
  ] as const)('%s on an open hand-off', (role, expected) => {
    expect(all({ role }).toSorted()).toEqual([...expected].toSorted());
  });

  test('whoever sells may take what nobody owns', () => {
    const may = (role: Role) => cardOf({ role, state: { owner: null } }).may.take;
    expect(ROLES.filter(may)).toEqual(['admin', 'manager', 'sdr']);
    expect(cardOf().may.take).toBe(false);
  });

  test('[CLK5] a lead is snoozed as often and as long as the agreement lets', () => {
    expect(cardOf().may.snooze).toMatchObject({ from: '2026-11-13', to: '2026-11-27', left: 2 });
    const facts = [...marinasFacts(), snoozed('s1', at(14)), snoozed('s2', at(15))];
    expect(cardOf({ facts }).may.snooze?.left).toBe(0);
    const asleep = cardOf({ state: { snoozedUntil: NOW + DAY_MS } });
    expect([asleep.may.snooze, asleep.may.resume]).toEqual([null, true]);
  });

  test('[HOF5] marketing may contest a return while there is time', () => {
    const returned = (when: number) => ({
      ...HANDOFF,
      answer: {
        answer: 'recycled',
        at: when,
        by: 'ana',
        reason: 'not_now',
        mark: null,
        returnOn: null,
      } as const,
      closed: { at: when, how: 'answered' } as const,
    });
    const may = (when: number, role: Role = 'marketer') =>
      cardOf({ role, state: { handoffs: [returned(when)] } }).may.contest;
    expect(may(at(15))).toEqual({ handoff: 'h1', until: 'ter às 15:00' });
    expect(may(at(15) - 20 * DAY_MS)).toBeNull();
    expect(may(at(15), 'sdr')).toBeNull();
  });

  describe('[HOF3] an answer can be mended', () => {
    const answered = (
      answer: 'accepted' | 'recycled' | 'disqualified',
      how: 'answered' | 'won' | 'withdrawn' | 'opted_out' | null,
    ) => ({
      ...HANDOFF,
      answer: { answer, at: at(15), by: 'ana', reason: null, mark: null, returnOn: null },
      closed: how && { at: at(15), how },
    });
    const correct = (handoff: ReturnType<typeof answered>, more: More = {}) =>
      cardOf({ ...more, state: { handoffs: [handoff], ...more.state } }).may.correct;

    test('by whoever sells, open or ended by that answer', () => {
      expect(correct(answered('accepted', null))).toEqual({ handoff: 'h1', answered: 'accepted' });
      expect(correct(answered('recycled', 'answered'))).toEqual({ handoff: 'h1', answered: 'recycled' });
      expect(correct(answered('recycled', 'answered'), { role: 'manager', viewer: 'bea' })).not.toBeNull();
    });

    test('not by marketing, not a colleague’s, not once it ended otherwise, not before there is one', () => {
      expect(correct(answered('recycled', 'answered'), { role: 'marketer' })).toBeNull();
      const owner = { id: 'bruno', since: at(13) };
      expect(correct(answered('recycled', 'answered'), { state: { owner } })).toBeNull();
      expect(correct(answered('accepted', 'won'))).toBeNull();
      expect(correct(answered('accepted', 'opted_out'))).toBeNull();
      expect(cardOf().may.correct).toBeNull();
    });
  });

  test('[STG4] a stage set by hand can be let go again, and a step back after acceptance says why', () => {
    const accepted = { answer: 'accepted', at: at(15), by: 'ana', reason: null, mark: null } as const;
    const handoffs = [{ ...HANDOFF, answer: { ...accepted, returnOn: null } }];
    expect(cardOf().may.stage).toEqual({ backNeedsReason: false, release: false });
    expect(cardOf({ state: { handoffs } }).may.stage?.backNeedsReason).toBe(true);
    const entries = marina('pt-BR').entries.map((entry) => ({ ...entry, cause: 'person' }) as const);
    expect(cardOf({ state: { entries } }).may.stage?.release).toBe(true);
    expect(cardOf({ role: 'marketer' }).may.stage).toBeNull();
  });

  test('who opted out may be let in again by sales', () => {
    expect(cardOf({ state: { optedOut: ['email'] } }).may.optIn).toEqual(['email']);
    expect(cardOf({ state: { optedOut: ['email'] }, role: 'marketer' }).may.optIn).toEqual([]);
    expect(cardOf({ state: { optedOut: ['all'] } }).may.optOut).toBe(false);
  });
});

test('[HOF4] what "unreachable" still needs stands under the attempts', () => {
  expect(cardOf().attempts.owed).toBe(
    'Antes de “sem contato”: mais 5 tentativas, em mais 5 dias, mais 2 canais e 2 registradas na hora; possível a partir de 18 nov',
  );
  const closed = { ...HANDOFF, closed: { at: at(14), how: 'withdrawn' } } as const;
  expect(cardOf({ state: { handoffs: [closed] } }).attempts.owed).toBeNull();
});

test('[CLK4] a deadline that moved says why', () => {
  const moves = [{ at: at(14), cause: 'closure', dueAt: at(17, 30) }] as const;
  expect(cardOf({ state: { clocks: [clockOf({ ...FIRST_RESPONSE, moves })] } }).clocks[0]?.why).toContain(
    'mudou por um dia fechado',
  );
});

test('[SCO4] a rule that time or a limit cut says what it was', () => {
  const { score } = marina('pt-BR');
  const [rule] = score.rules;
  if (!rule) throw new Error('the sample has rules');
  const notes = (more: object) =>
    cardOf({ state: { score: { ...score, rules: [{ ...rule, shown: 5, ...more }] } } }).why.rules[0]?.note;
  expect(notes({ raw: 1_000, counted: 1_000, decayed: 500 })).toBe('+10 antes de o tempo descontar');
  expect(notes({ raw: 2_000, counted: 500, decayed: 500 })).toBe('+20 antes do limite');
  expect(notes({ raw: 500, counted: 500, decayed: 500 })).toBeNull();
});

test('[STG1] stages are read out whole, with whose they are', () => {
  expect(cardOf({ language: 'en' }).stages.map(({ spoken }) => spoken)).toContain(
    'Marketing qualified lead (both)',
  );
});

test('[DEF4] the card says who signed, for which side and when', () => {
  expect(cardOf({ language: 'en' }).signatures).toEqual(['Ana Lima (sales), 12 Nov']);
});

test('[ACC3] of a colleague’s lead only stage, owner and last touch are told', () => {
  const state = marina('en', {
    owner: { id: 'bruno', since: at(9) },
    attempts: [attemptOf('b', at(14), { by: 'bruno' })],
  });
  const view = buildForeign(state, contextIn('en'));
  expect(view).toEqual({
    language: 'en',
    owner: 'Bruno',
    stage: 'Marketing qualified lead',
    touch: { when: 'today 14:00', who: 'Bruno' },
  });
  expect(JSON.stringify(view)).not.toContain('Marina');
});

test('[SYN1] a conflict shows what the workspace holds instead', () => {
  const words = (theirs: unknown, kind: 'lead.set' | 'handoff.answer' | 'lead.capture' = 'lead.set') =>
    rejectedWords({ kind, code: 'conflict', theirs }, messagesFor('en'));
  expect(words(40_000)).toContain('There it says: 40,000');
  expect(words({ answer: 'accepted', at: 1 }, 'handoff.answer')).toContain('There it says: Accepted');
  expect(words('0197-lead-id', 'lead.capture')).not.toContain('0197');
});

test('[OVR1] the snoozed, the opted out and the contested say so at the top', () => {
  const contested = { ...HANDOFF, contest: { at: at(15), by: 'bea', decided: null } };
  const { notices } = cardOf({
    state: { snoozedUntil: at(9) + DAY_MS, optedOut: ['email', 'call'], handoffs: [contested] },
  });
  expect(notices.map(({ text, tone }) => `${tone} ${text}`)).toEqual([
    'late Não quer contato: E-mail e Ligação',
    'rest Adiado até amanhã 09:00',
    'rest A devolução foi contestada: o mediador decide.',
  ]);
});

test('[HOF3] a return says its reason and the day the lead comes back', () => {
  const answer = { at: at(15), by: 'ana', reason: 'not_now', mark: null } as const;
  const noticeOf = (more: { answer: 'recycled' | 'disqualified'; returnOn: string | null }) =>
    cardOf({ state: { handoffs: [{ ...HANDOFF, answer: { ...answer, ...more } }] } }).notices[0]?.text;
  expect(noticeOf({ answer: 'recycled', returnOn: '2027-01-11' })).toBe(
    'Devolvido para nutrição por Ana hoje 15:00: agora não · volta em 11 jan',
  );
  expect(noticeOf({ answer: 'recycled', returnOn: null })).not.toContain('volta');
});

test('[TRI2] what keeps every clock from running is said once', () => {
  const asleep = cardOf({ state: { backlog: true, clocks: [] } });
  expect([asleep.standing, asleep.noClock === null]).toEqual([null, false]);
  const ticking = cardOf({ state: { backlog: true } });
  expect([ticking.standing === null, ticking.noClock]).toEqual([false, null]);
});

test('[HOF3] a returned lead may go to any stage before the hand-off, the usual one last', () => {
  expect(cardOf().returnTo.map(({ id }) => id)).toEqual(['visitor', 'lead']);
});

test('a state folded from the facts and one given agree on what is shown', () => {
  const context = contextIn('pt-BR');
  const read = readLead(marinasFacts(), context.history, context.room, NOW);
  const input = { state: stateOf(read), read, pending: new Set<string>(), toSend: 0, syncedAt: null };
  const card = buildCard(input, context);
  const sum = card.why.rules.reduce((all, { points }) => all + points, 0);
  expect(String(sum)).toBe(card.why.total);
});
