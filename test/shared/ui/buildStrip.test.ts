import { describe, expect, test } from 'vitest';
import type { LeadState } from '../../../shared/lead/state.ts';
import { LANGUAGES } from '../../../shared/lead/vocabulary.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { buildStrip } from '../../../shared/ui/buildStrip.ts';
import { mailEffect, type MailRecipient } from '../../../shared/ui/mailEffect.ts';
import { at, attemptOf, cadenceOf, clockOf, contextIn, FIRST_RESPONSE, marina } from './sampleLead.ts';

const context = contextIn('pt-BR');

function to(more: Partial<LeadState> = {}, recipient: Partial<MailRecipient> = {}): MailRecipient {
  const state = marina('pt-BR', more);
  return { key: state.leadId, field: 'to', answering: false, state, ...recipient };
}
const other = (id: string, name: string, recipient: Partial<MailRecipient> = {}) =>
  to({ leadId: id, fields: { name } }, recipient);
const textOf = (recipients: MailRecipient[]) => buildStrip(recipients, context, true)?.text;

test('[OVR3] strangers get no strip', () => {
  expect(buildStrip([], context, true)).toBeNull();
});

test('[OVR3] it names the deadline, the step, and who sees it', () => {
  expect(buildStrip([to()], context, true)).toMatchObject({
    tone: 'risk',
    text: 'Primeira resposta vence hoje às 17:30 — enviar este e-mail cumpre o prazo (será a tentativa 1 de 5). Só você vê isto.',
    uncounted: 'Primeira resposta vence hoje às 17:30. Este e-mail não será registrado. Só você vê isto.',
    counts: ['marina'],
    counting: true,
    discountLabel: 'não contar',
    countLabel: 'contar',
  });
});

test.each(LANGUAGES)('[OVR3] in %s it ends by saying who sees it', (language) => {
  const strip = buildStrip([to()], contextIn(language), true);
  expect(strip?.text).toMatch(/(Only you see this|Só você vê isto|Solo tú ves esto)\.$/);
});

describe('what sending does', () => {
  const met = clockOf({ kind: 'first_response', status: 'met', endedAt: at(14) });
  const tried = [attemptOf('a', at(14) - 2 * DAY_MS)];
  const handoffs = marina('pt-BR').handoffs.map((handoff) => ({ ...handoff, openedAt: at(9) - 5 * DAY_MS }));
  test.each([
    [
      'answers a late clock',
      { clocks: [{ ...FIRST_RESPONSE, status: 'breached', dueAt: at(14, 5) }] },
      'late',
      'Primeira resposta: atraso de 2 h 05 — enviar este e-mail responde (será a tentativa 1 de 5).',
    ],
    [
      'meets the next step of the cadence',
      {
        handoffs,
        attempts: tried,
        clocks: [met, cadenceOf(2, { dueAt: at(14) + DAY_MS, riskAt: null })],
      },
      'ok',
      'Tentativa 2 de 5 vence amanhã às 14:00 — enviar este e-mail cumpre o prazo.',
    ],
    [
      'adds no step twice a day',
      { clocks: [met, cadenceOf(2)], attempts: [attemptOf('a', at(14))] },
      'rest',
      'A tentativa de hoje já conta: este e-mail fica registrado sem somar.',
    ],
    [
      'is a plain step where no clock runs',
      { clocks: [met] },
      'rest',
      'Este e-mail será a tentativa 1 de 5.',
    ],
    ['is logged where nothing is owed', { clocks: [], handoffs: [] }, 'rest', 'registrado como tentativa.'],
  ] satisfies [string, Partial<LeadState>, string, string][])('[OVR3] %s', (_, more, tone, text) => {
    const strip = buildStrip([to(more)], context, true);
    expect(strip?.tone).toBe(tone);
    expect(strip?.text).toContain(text);
  });
});

test('[HOF6] somebody who refused mail turns the strip into a stop, whatever else holds', () => {
  const strip = buildStrip([to(), other('rafael', 'Rafael Nunes', {})], context, true);
  expect(strip?.tone).toBe('risk');
  const refusing = to({ leadId: 'lu', fields: { name: 'Lucía Herrera' }, optedOut: ['email'] });
  const stop = buildStrip([to(), refusing], context, true);
  expect(stop?.tone).toBe('stop');
  expect(stop?.text).toBe('Lucía não quer receber e-mail. Não envie. Só você vê isto.');
});

test('[ACC3] a colleague’s lead is named as such', () => {
  expect(textOf([to({ owner: { id: 'bruno', since: 0 } })])).toContain(
    'Marina está com Bruno. Fale antes com Bruno.',
  );
});

describe('somebody else’s word', () => {
  const by = (who: string, when: number) => ({ ...attemptOf('a', when), by: who });
  const none = { clocks: [], handoffs: [] };

  test('[OVR3] a colleague who was in touch this week is named with the channel and the hour', () => {
    expect(textOf([to({ ...none, attempts: [by('bruno', at(10))] })])).toContain(
      'Bruno falou com este lead hoje às 10:00 (Ligação).',
    );
  });

  test('[OVR3] not oneself, not longer ago, not what was taken back, not a machine', () => {
    const attempts = [
      by('ana', at(10)),
      by('bruno', at(10) - 8 * DAY_MS),
      { ...by('bruno', at(11)), withdrawn: true },
      { ...by('bruno', at(12)), automatic: true },
      by('a-connector', at(13)),
    ];
    expect(textOf([to({ ...none, attempts })])).not.toContain('falou com este lead');
  });
});

describe('what the persona offers', () => {
  const [version] = context.history;
  if (!version) throw new Error('no version');
  const persona = {
    id: 'boss',
    label: 'Diretora',
    when: { field: 'role', known: true } as const,
    words: ['Agenda cheia sem telefone'],
    materials: [
      { id: 'late', title: 'Caso de sucesso', link: 'https://ours.example/case', stage: 'sql' },
      { id: 'first', title: 'Guia', link: 'https://ours.example/guide', stage: 'mql' },
    ],
  };
  const definitions = { ...version.definitions, personas: [persona] };
  const offering = { ...context, history: [{ ...version, definitions }] };

  test('[DEF7] words, then materials, those of the lead’s stage first', () => {
    const offers = buildStrip([to({ persona: 'boss' })], offering, true)?.offers;
    expect(offers?.key).toBe('marina');
    expect(offers?.items.map(({ title, copies, material }) => [title, copies, material])).toEqual([
      ['Agenda cheia sem telefone', 'Agenda cheia sem telefone', null],
      ['Guia', 'https://ours.example/guide', 'first'],
      ['Caso de sucesso', 'https://ours.example/case', 'late'],
    ]);
  });

  test('[DEF7] nothing without a persona, nor for whom the mail does not count', () => {
    expect(buildStrip([to({ persona: null })], offering, true)?.offers).toBeUndefined();
    const copied = to({ persona: 'boss' }, { field: 'cc' });
    expect(buildStrip([copied], offering, true)?.offers).toBeUndefined();
  });
});

test('[OVR3] of several leads the nearest promise is told, and for whom it counts', () => {
  const calm = other('paulo', 'Paulo Reis');
  const strip = buildStrip([{ ...calm, state: { ...calm.state, clocks: [] } }, to()], context, true);
  expect(strip?.text).toContain('Primeira resposta vence hoje');
  expect(strip?.text).toContain('Conta como tentativa para Paulo e Marina.');
  expect(strip?.counts).toEqual(['paulo', 'marina']);
});

describe('for whom a mail counts', () => {
  const crowd = (n: number) => Array.from({ length: n }, (_, place) => other(`l${place}`, `Lead ${place}`));
  const customer = { stage: { id: 'customer', since: 0, mark: null } } as const;
  test.each([
    ['To counts', [to()], ['marina'], []],
    ['Cc does not', [to({}, { field: 'cc' })], [], ['cc']],
    ['Cc does when answering that lead', [to({}, { field: 'cc', answering: true })], ['marina'], []],
    ['Bcc never, even when answering', [to({}, { field: 'bcc', answering: true })], [], ['bcc']],
    ['To wins over Cc for one lead', [to({}, { field: 'cc' }), to()], ['marina'], []],
    ['a customer does not', [to(customer)], [], ['customer']],
    ['five leads do', crowd(5), ['l0', 'l1', 'l2', 'l3', 'l4'], []],
    ['six at once count for none', crowd(6), [], Array.from({ length: 6 }, () => 'tooMany')],
  ] satisfies [string, MailRecipient[], string[], string[]][])('[ATT1] %s', (_, recipients, counted, why) => {
    const effect = mailEffect(recipients, context);
    expect(effect.counted.map(({ key }) => key)).toEqual(counted);
    expect(effect.skipped.map((skipped) => skipped.why)).toEqual(why);
    expect(buildStrip(recipients, context, true)?.counts).toEqual(counted);
  });

  test('[OVR3] who does not count is said', () => {
    expect(textOf([to({}, { field: 'bcc' })])).toContain('Marina em Cco: não conta');
    expect(textOf([to(), other('p', 'Paulo', { field: 'cc' })])).toContain('Paulo em cópia');
    expect(textOf(crowd(6))).toContain('Mais de 5 leads');
  });
});
