/** All golden leads of a text, parsed at the border and lived through again. */
import { relive, type Relived } from './relive.ts';
import { Vectors } from './vectors.ts';

export function reliveAll(text: string): readonly Relived[] {
  const { leads, worlds } = Vectors.parse(JSON.parse(text));
  const copies = Vectors.parse(JSON.parse(text)).worlds;
  return leads.map((lead) => {
    const world = worlds[lead.world];
    const copy = copies[lead.world];
    if (world === undefined || copy === undefined) throw new Error(`no world ${lead.world}`);
    return relive(lead, world, copy);
  });
}
