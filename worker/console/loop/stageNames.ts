/** The stages a hand-off leads from and to, as the agreement calls them in short: MQL and SQL as a rule. */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import { qualifiedStage } from '../../../shared/target/metrics.ts';

export function stageNames(definitions: Definitions): readonly [from: string, to: string] {
  const shortOf = (id: string | null) =>
    definitions.stages.find((stage) => stage.id === id)?.short ?? id ?? '–';
  return [shortOf(definitions.handoff.stage), shortOf(qualifiedStage(definitions))];
}
