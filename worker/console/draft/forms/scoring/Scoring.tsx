/** The scoring table (SCO1–SCO5), with example leads beside it: their score now and with the draft. */
import type { PartProps } from '../part.ts';

export default function Scoring({ definitions }: PartProps) {
  return <p>{definitions.scoring.groups.length}</p>;
}
