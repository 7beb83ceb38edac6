import { expect, test } from 'vitest';
import { buildToast } from '../../../shared/ui/buildToast.ts';

test('[ATT1] a logged attempt can be undone for ten seconds', () => {
  const recorded = { did: 'logged', channel: 'email', names: ['Marina Duarte'] } as const;
  expect(buildToast('t1', recorded, 1_000, 'pt-BR')).toEqual({
    id: 't1',
    text: 'Tentativa registrada: e-mail para Marina Duarte',
    undoLabel: 'Desfazer',
    undoUntil: 11_000,
  });
});

test.each([
  [{ did: 'logged', channel: 'call', names: ['A', 'B'] }, 'Attempts logged: call to 2 leads'],
  [{ did: 'answered', answer: 'accepted', name: 'Marina' }, 'Accepted: Marina'],
  [{ did: 'set', field: 'Budget', name: 'Marina' }, 'Budget saved: Marina'],
] as const)('%o is said', (recorded, text) => {
  expect(buildToast('t', recorded, 0, 'en').text).toBe(text);
});

test('only attempts are undone by a click', () => {
  const toast = buildToast('t', { did: 'answered', answer: 'accepted', name: 'Marina' }, 0, 'en');
  expect(toast).toMatchObject({ undoLabel: null, undoUntil: null });
});
