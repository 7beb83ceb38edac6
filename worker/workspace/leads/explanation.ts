/** Why a lead is where it is (PRD4): the trees of the agreement's criteria with what each node saw. */
import type { ReadLead } from '../../../shared/lead/fold.ts';
import { explain, type Explained } from '../../../shared/predicate/explain.ts';
import type { Predicate } from '../../../shared/predicate/predicate.ts';
import type { EXPLAINED } from '../../../shared/protocol/leads.ts';
import { placeOf } from '../../../shared/stage/order.ts';

export interface Explanation {
  /** Of the stage, segment, persona, exclusion, route or policy. */
  readonly id: string;
  readonly label: string | null;
  readonly tree: Explained;
}

interface Judged {
  readonly id: string;
  readonly label?: string | undefined;
  readonly when?: Predicate | undefined;
}

export function explanationOf(lead: ReadLead, kind: (typeof EXPLAINED)[number]): readonly Explanation[] {
  const { context } = lead;
  return criteriaOf(lead, kind).flatMap(({ id, label = null, when }) =>
    when === undefined ? [] : [{ id, label, tree: explain(when, context) }],
  );
}

function criteriaOf(lead: ReadLead, kind: (typeof EXPLAINED)[number]): readonly Judged[] {
  const { definitions } = lead.version;
  const stages = definitions.stages.map(({ id, label, criteria }) => ({ id, label, when: criteria }));
  switch (kind) {
    case 'next': {
      const next = nextStageOf(lead);
      return stages.filter(({ id }) => id === next?.id);
    }
    case 'stages':
      return stages;
    case 'segments':
      return definitions.segments;
    case 'personas':
      return definitions.personas;
    case 'exclusions':
      return definitions.exclusions;
    case 'routes':
      return definitions.routes;
    case 'policies':
      return definitions.policies;
  }
}

/** The first stage ahead that has criteria. */
export function nextStageOf({ story, version: { definitions } }: ReadLead) {
  const here = placeOf(definitions, story.journey.stage);
  return definitions.stages.find(({ criteria }, place) => place > here && criteria !== undefined);
}
