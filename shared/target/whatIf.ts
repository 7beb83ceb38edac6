/**
 * What a plan asks of both teams (TGT1, TGT6): per segment what one rep's quota takes, what the whole
 * team's takes, and the attempts that is for each person and open day. Pure arithmetic: nothing is kept.
 */
import { loadOf } from './capacity.ts';
import { type NoVolume, type Volume, type VolumeInput, volumeOf } from './volume.ts';

export interface Plan {
  readonly segments: readonly (VolumeInput & { readonly segment: string })[];
  /** People who work leads, each with every segment's quota. */
  readonly people: number;
  /** Dates with open time in the month. */
  readonly openDays: number;
  /** Attempts agreed on one hand-off. */
  readonly attempts: number;
}

export interface SegmentOutcome {
  readonly segment: string;
  readonly perRep: Volume | NoVolume;
  /** Of all of them a month, not a rounded rep's times many. */
  readonly team: Volume | NoVolume;
}

export interface Outcome {
  readonly segments: readonly SegmentOutcome[];
  /** A month, over the segments that give a number. */
  readonly handoffs: number;
  /** Captured leads that takes; null when a segment in it does not know how many qualify. */
  readonly leads: number | null;
  /** Segments with a quota that give no number. */
  readonly leftOut: readonly string[];
  /** Attempts a person and open day; null when nobody is there. */
  readonly asks: number | null;
}

export function outcomeOf({ segments, people, openDays, attempts }: Plan): Outcome {
  const outcomes = segments.map(({ segment, ...input }): SegmentOutcome => {
    const { quotaCents } = input;
    const whole = { ...input, quotaCents: quotaCents === null ? null : quotaCents * people };
    return { segment, perRep: volumeOf(input), team: volumeOf(whole) };
  });
  const known = outcomes.flatMap(({ team }) => (team.enough ? [team] : []));
  const handoffs = known.reduce((sum, team) => sum + team.handoffs, 0);
  const leads = known.reduce<number | null>(
    (sum, team) => (sum === null || team.leads === null ? null : sum + team.leads),
    0,
  );
  const leftOut = outcomes.flatMap(({ segment, team }) =>
    team.enough || team.why === 'no_quota' ? [] : [segment],
  );
  const { asks } = loadOf(handoffs * attempts, 0, people * openDays);
  return { segments: outcomes, handoffs, leads, leftOut, asks };
}
