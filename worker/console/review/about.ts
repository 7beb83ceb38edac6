/** What a proposal touches, said by the names the agreement has for it. */
import { valueWords, type Telling } from '../../../shared/definitions/change/telling.ts';
import { agreementWords } from '../../../shared/messages/consoleAgreement/index.ts';
import type { ReviewWords } from '../../../shared/messages/consoleReview/index.ts';
import type { NamedLead, ProposalAbout } from '../../../shared/protocol/proposals.ts';
import { isMetric } from '../../../shared/target/metrics.ts';

export type Kind = ProposalAbout['kind'];

export interface Topic {
  readonly id: string;
  readonly label: string;
}

/** Everything of a kind that can be proposed about, in the agreement's order; none for leads and others. */
export function topicsOf(kind: Kind, telling: Telling): readonly Topic[] {
  const { definitions, catalog } = telling;
  switch (kind) {
    case 'rule':
      return definitions.scoring.groups.flatMap(({ rules }) =>
        rules.map(({ id, label, points }) => ({ id, label: `${label} (${catalog.format.signed(points)})` })),
      );
    case 'reason':
      return definitions.handoff.reasons;
    case 'stage':
      return definitions.stages;
    case 'policy':
      return definitions.policies.map(({ id, label, target }) => ({
        id,
        label: `${label} (${valueWords('target', target, telling)})`,
      }));
    case 'goal':
      return definitions.goals.map(({ id, metric }) => ({ id, label: metricWords(metric, telling) }));
    case 'lead':
    case 'other':
      return [];
  }
}

export function metricWords(metric: string, { catalog }: Telling): string {
  return isMetric(metric) ? agreementWords(catalog.language).targets.metrics[metric] : metric;
}

export function aboutWords(
  { kind, id }: ProposalAbout,
  telling: Telling,
  words: ReviewWords['proposals'],
  leads: readonly NamedLead[] = [],
): string {
  if (kind === 'other') return words.kinds.other;
  if (kind === 'lead') {
    const lead = leads.find((one) => one.id === id);
    return words.touches(words.kinds.lead, lead ? nameOfLead(lead, words) : words.hiddenLead);
  }
  const topic = topicsOf(kind, telling).find((one) => one.id === id);
  return words.touches(words.kinds[kind], topic?.label ?? words.gone);
}

export function nameOfLead({ name, company }: NamedLead, words: ReviewWords['proposals']): string {
  if (name && company) return `${name} · ${company}`;
  return name ?? company ?? words.unnamed;
}
