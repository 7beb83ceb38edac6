/** The English starter's segments written out; nobody is on its list of strategic accounts. */
import type { Scalar } from '../../shared/lead/facts.ts';
import { foldText } from '../../shared/predicate/text.ts';

export function segmentByHand({ industry, employees }: Readonly<Record<string, Scalar>>): string | null {
  if (typeof industry === 'string' && foldText(industry) === 'health') return 'health';
  if (employees === undefined) return null;
  return Number(employees) >= 50 ? 'midmarket' : 'small';
}
