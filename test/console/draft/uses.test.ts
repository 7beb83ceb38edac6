/** What is in use says where before it goes; what is new is called by its name. */
import { expect, test } from 'vitest';
import { tellingIn } from '../../../shared/definitions/change/telling.ts';
import { starterFor } from '../../../shared/definitions/starters.ts';
import { validate } from '../../../shared/definitions/validate.ts';
import { idFrom } from '../../../worker/console/draft/forms/idFrom.ts';
import { valueOf, withValue } from '../../../worker/console/draft/forms/pointer.ts';
import { readDocument } from '../../../worker/console/draft/forms/reading.ts';
import { type UsedKind, usesOf } from '../../../worker/console/draft/forms/uses.ts';

const agreed = starterFor('saas', 'en');
const telling = tellingIn(agreed, 'en');

const named: readonly (readonly [UsedKind, string, readonly string[]])[] = [
  ['field', '/fields', agreed.fields.map(({ id }) => id)],
  ['signal', '/signals', agreed.signals.map(({ id }) => id)],
  ['segment', '/segments', agreed.segments.map(({ id }) => id)],
  ['stage', '/stages', agreed.stages.map(({ id }) => id)],
  ['list', '/lists', Object.keys(agreed.lists)],
];

test.for(named)('every %s that is missed when it is gone is told with its places', ([kind, pointer, ids]) => {
  for (const id of ids) {
    const list: unknown = valueOf(agreed, pointer);
    const without = Array.isArray(list)
      ? list.filter((entry: { id: string }) => entry.id !== id)
      : Object.fromEntries(Object.entries(agreed.lists).filter(([key]) => key !== id));
    const judged = validate(withValue(agreed, pointer, without));
    const missing = judged.ok
      ? []
      : judged.problems.filter(({ fault }) => fault.code === 'unknown_reference').map((one) => one.pointer);
    // A stage gone moves those after it, so that pointers into the stages are of other places.
    const places = usesOf(kind, id, telling).map((use) => use.pointer);
    const isElsewhere = (place: string) => !place.startsWith('/stages') && !place.startsWith(pointer);
    expect(places.filter(isElsewhere).toSorted()).toEqual(missing.filter(isElsewhere).toSorted());
  }
});

test('places are told in words', () => {
  expect(usesOf('list', 'freeMail', telling).map(({ where }) => where)).toEqual(
    usesOf('list', 'freeMail', telling).map(() => expect.stringMatching(/ › /)),
  );
  expect(usesOf('list', 'nobody knows', telling)).toEqual([]);
});

test('a name becomes what things are referred to by', () => {
  expect(idFrom('Faturamento anual (R$)', [])).toBe('faturamentoAnualR');
  expect(idFrom('Ação', ['acao'])).toBe('acao2');
  expect(idFrom('2ª visita', [])).toBe('new2Visita');
  expect(idFrom('', [])).toBe('new');
  expect(idFrom('', ['new', 'new2'])).toBe('new3');
  const field = {
    id: idFrom('ÇÃO e mais 100 % de tudo o que há no mundo inteiro agora', []),
    label: 'x',
    type: 'text',
  };
  expect(validate({ ...agreed, fields: [...agreed.fields, field] }).ok).toBe(true);
});

test('forms bear what is half written, and say where they cannot', () => {
  const bears = (pointer: string, value: unknown) => readDocument(withValue(agreed, pointer, value));
  expect(bears('/stages/0/label', '').ok).toBe(true);
  expect(bears('/scoring/max', 1e9).ok).toBe(true);
  expect(bears('/policies/0/target', { hours: 0 }).ok).toBe(true);
  expect(bears('/segments/0/when', { field: 'industry', contains: '' }).ok).toBe(true);
  expect(bears('/segments/0/when', { all: [] }).ok).toBe(true);
  expect(bears('/stages', undefined)).toMatchObject({ ok: false, pointer: '/stages' });
  expect(bears('/stages/1/owner', 'nobody')).toMatchObject({ ok: false, pointer: '/stages/1/owner' });
  expect(bears('/segments/0/when', { any: [{ not: {} }] })).toMatchObject({
    ok: false,
    pointer: '/segments/0/when/any/0/not',
  });
  expect(readDocument(undefined)).toMatchObject({ ok: false, pointer: '' });
});
