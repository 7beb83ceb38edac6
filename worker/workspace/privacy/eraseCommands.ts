/**
 * Commands about somebody erased (PRI4): number, id and result stay, so that a device that asks again
 * hears the same; what was said in them goes.
 */
import { eq, sql } from 'drizzle-orm';
import type { Fact } from '../../../shared/lead/facts.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

/** Stands in for a command whose text is gone: it equals whatever comes under its number. */
export const BLANK = '';

/** @param keys identity keys of the person, to find captures that were turned down */
export function blankCommands(
  work: Work,
  leadIds: readonly string[],
  facts: readonly Fact[],
  keys: readonly string[],
): void {
  const { commands } = schema;
  const applied = JSON.stringify(facts.map(({ id }) => id));
  work.db
    .update(commands)
    .set({ command: BLANK })
    .where(sql`${commands.id} in (select value from json_each(${applied}))`)
    .run();
  // A rejected one became no fact. They are few; the lead, or an address of the person, is in their text.
  const said = [...leadIds, ...keys.map((key) => key.slice(key.indexOf(':') + 1))];
  const rejected = work.db
    .select({
      clientId: commands.clientId,
      n: commands.n,
      command: commands.command,
      result: commands.result,
    })
    .from(commands)
    .where(sql`result ->> 'result' = 'rejected'`)
    .all();
  for (const { clientId, n, command, result } of rejected) {
    const text = command.toLowerCase();
    if (!said.some((part) => text.includes(part.toLowerCase())) || result.result !== 'rejected') continue;
    const { id, code } = result;
    work.db
      .update(commands)
      .set({ command: BLANK, result: { n, id, result: 'rejected', code } })
      .where(sql`${eq(commands.clientId, clientId)} and ${eq(commands.n, n)}`)
      .run();
  }
}
