/** What is on record, in words: the same value means what the act it belongs to means. */
import { expect, test } from 'vitest';
import { auditedDetail } from '../../../shared/messages/audited/index.ts';

const asItIs = (value: string) => `<${value}>`;

test.each([
  ['device.signedIn', 'kind', 'session', 'kind: console', 'tipo: painel'],
  ['session.opened', 'kind', 'session', 'kind: monthly session', 'tipo: reunião mensal'],
  ['member.added', 'role', 'sdr', 'role: SDR', 'papel: SDR'],
  ['draft.signed', 'sides', 'marketing sales', 'for: marketing, sales', 'por: marketing, vendas'],
  // A team may be called as a side is.
  ['member.added', 'team', 'sales', 'team: <sales>', 'equipe: <sales>'],
  ['backlog.released', 'leads', '12', 'leads: <12>', 'leads: <12>'],
  ['thing.done', 'unheard', 'of', 'unheard: <of>', 'unheard: <of>'],
])('%s %s %s', (action, name, value, english, portuguese) => {
  expect(auditedDetail({ action, name, value }, 'en', asItIs)).toBe(english);
  expect(auditedDetail({ action, name, value }, 'pt-BR', asItIs)).toBe(portuguese);
});
