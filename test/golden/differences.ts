/** A runtime's answers beside those written down, one line per answer that moved. */
import { answersOf } from './answers.ts';
import type { Relived } from './relive.ts';
import type { Vectors } from './vectors.ts';

const ADVICE =
  'the engine says something else of stored facts than it did: if that is meant, write the answers anew ' +
  'with `node test/golden/write.ts` and say in the commit what changed';

/** Empty when every byte is as it was. */
export function differences({ leads }: Vectors, relived: readonly Relived[]): string[] {
  const lines = leads.flatMap(({ world, expected }, place) => {
    const one = relived[place];
    const given = one ? answersOf(one) : [];
    return expected
      .map((answer, index) => ({ answer, index, got: given[index] }))
      .filter(({ answer, got }) => got !== answer)
      .map(({ answer, index, got }) => `lead ${place} of ${world}, answer ${index}: ${answer} → ${got}`);
  });
  return lines.length === 0 ? [] : [ADVICE, ...lines];
}

/** Looks at which folding the stored facts again gave other bytes than were stored (FCT8). */
export function elsewiseFolded(relived: readonly Relived[]): string[] {
  return relived.flatMap(({ refoldedElsewise }, lead) =>
    refoldedElsewise.map((at) => `lead ${lead} folded again as of ${new Date(at).toISOString()}`),
  );
}
