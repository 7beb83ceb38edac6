/** Members as a file names them: by whole names. */
import { memberOf } from '../../../shared/lead/memberAt.ts';
import { foldText } from '../../../shared/predicate/text.ts';
import type { Work } from '../work.ts';

/** Those who work here now, by folded name; where two have one, neither is meant. */
export function membersByName(work: Work): ReadonlyMap<string, string> {
  const room = work.ground.room();
  const names = new Map<string, string>();
  const twice = new Set<string>();
  for (const member of room.members.map((one) => memberOf(room, one, work.now))) {
    const name = foldText(member.name);
    if (!member.active) continue;
    if (names.has(name)) twice.add(name);
    names.set(name, member.id);
  }
  for (const name of twice) names.delete(name);
  return names;
}
