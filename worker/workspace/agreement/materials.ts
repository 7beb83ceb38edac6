/** How often each material of each persona was used (DEF7). */
import { sql } from 'drizzle-orm';
import type { MaterialsQuery, MaterialsResponse } from '../../../shared/protocol/definitions.ts';
import { done, type Outcome } from '../../outcome.ts';
import type { Who, Work } from '../work.ts';

/** Persona, material, uses, leads, last use. */
type Count = [persona: string | null, material: string, uses: number, leads: number, lastAt: number];

/** Those of the version in force in its order, unused ones too; then what is no longer in it. */
export function countMaterials(
  work: Work,
  _who: Who,
  { from = 0, to = Number.MAX_SAFE_INTEGER }: MaterialsQuery,
): Outcome<MaterialsResponse> {
  const counts = work.db.values<Count>(
    sql`select body ->> 'persona', body ->> 'material', count(*), count(distinct lead_id), max(at)
        from facts where kind = 'material.used' and at >= ${from} and at < ${to} group by 1, 2 order by 1, 2`,
  );
  const used = new Map(counts.map((count) => [keyOf(count[0], count[1]), count]));
  const { personas } = work.ground.inForce(work.now).definitions;
  const known = personas.flatMap(({ id: persona, materials }) =>
    (materials ?? []).map(({ id: material, title }) => ({ persona, material, title })),
  );
  const names = new Set(known.map(({ persona, material }) => keyOf(persona, material)));
  const gone = counts
    .filter(([persona, material]) => !names.has(keyOf(persona, material)))
    .map(([persona, material]) => ({ persona, material, title: null }));
  const materials = [...known, ...gone].map((one) => {
    const [, , uses = 0, leads = 0, lastAt = null] = used.get(keyOf(one.persona, one.material)) ?? [];
    return { ...one, uses, leads, lastAt };
  });
  return done({ materials });
}

function keyOf(persona: string | null, material: string): string {
  return JSON.stringify([persona, material]);
}
