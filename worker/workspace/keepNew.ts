/** New leads, some at once: their facts in one statement, then each folded and decided about (FCT7). */
import type { Fact } from '../../shared/lead/facts.ts';
import { appendFacts } from './facts.ts';
import { refold } from './refold.ts';
import type { Work } from './work.ts';

export interface NewLead {
  readonly id: string;
  readonly facts: readonly Fact[];
}

export function keepNew(work: Work, leads: readonly NewLead[]): void {
  appendFacts(
    work,
    leads.flatMap(({ facts }) => facts),
  );
  for (const { id } of leads) refold(work, id);
}
