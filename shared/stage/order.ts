/** Places of stages in the funnel of one version (STG1). */
import type { Definitions } from '../definitions/definitions.ts';

/** Index in the funnel; -1 for a stage this version no longer has. */
export function placeOf(definitions: Definitions, stage: string): number {
  return definitions.stages.findIndex(({ id }) => id === stage);
}

export function firstStage(definitions: Definitions): string {
  return definitions.stages[0]?.id ?? '';
}

export function isLastStage(definitions: Definitions, stage: string): boolean {
  return definitions.stages.at(-1)?.id === stage;
}

/** At the hand-off stage or further (HOF1). */
export function isHandedOver(definitions: Definitions, stage: string): boolean {
  return placeOf(definitions, stage) >= placeOf(definitions, definitions.handoff.stage);
}

/** Where a returned lead goes when the answer names no stage: the one before the hand-off stage. */
export function stageBeforeHandoff(definitions: Definitions): string {
  const place = placeOf(definitions, definitions.handoff.stage);
  return definitions.stages[place - 1]?.id ?? firstStage(definitions);
}

/** Whether a signal enters the hand-off stage or one beyond at once (STG3). */
export function isFastTrackToSales(definitions: Definitions, signal: string): boolean {
  const place = placeOf(definitions, definitions.handoff.stage);
  return definitions.stages.some(
    ({ fastTrack }, index) => index >= place && fastTrack?.some((track) => track.signal === signal),
  );
}
