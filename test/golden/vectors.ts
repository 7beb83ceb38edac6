/**
 * What `vectors.json` holds: agreements with their compiled calendars, rooms, and what people and
 * integrations reported of each lead, beside what the engine made of it. Parsed with the engine's own
 * schemas wherever it is read, so every runtime starts from the same text and nothing else.
 */
import * as z from 'zod';
import { Version } from '../../shared/definitions/version.ts';
import { Fact } from '../../shared/lead/facts.ts';
import { Room } from '../../shared/protocol/room.ts';

/** An agreement's whole history and the people who live by it. */
const World = z.strictObject({ history: z.array(Version).min(1), room: Room });
export type World = z.infer<typeof World>;

const Lead = z.strictObject({
  world: z.string(),
  /** Reported, never decided: the engine decides again in every runtime. Ascending by `recordedAt`. */
  told: z.array(Fact),
  /** Instants at which the lead is looked at, epoch ms, ascending. */
  looks: z.array(z.int()),
  /** Per look: stage, score and hash of the state's bytes; then the hash of what was decided. */
  expected: z.array(z.string()),
});
export type GoldenLead = z.infer<typeof Lead>;

export const Vectors = z.strictObject({
  seed: z.int(),
  worlds: z.record(z.string(), World),
  leads: z.array(Lead),
});
export type Vectors = z.infer<typeof Vectors>;
