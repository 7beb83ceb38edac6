/** What happened to a lead in words, newest first, a page at a time. */
import type { Fact } from '../lead/facts.ts';
import type { LeadState } from '../lead/state.ts';
import type { CardHistory, CardHistoryLine } from './cardView.ts';
import { factLine, type Telling } from './factLine.ts';
import { memberName, versionNumbered, calendarOf, firstName, type ViewContext } from './viewContext.ts';
import { messagesFor } from '../messages/catalog.ts';
import { whenShort } from './when.ts';

export const HISTORY_PAGE = 8;

export interface HistoryInput {
  /** In any order; those after now are told when they come. */
  readonly facts: readonly Fact[];
  readonly state: LeadState;
  /** Ids of facts the workspace has not acknowledged yet (SYN7). */
  readonly pending: ReadonlySet<string>;
}

/** @param shown how many lines, from the newest. */
export function buildHistory(input: HistoryInput, context: ViewContext, shown = HISTORY_PAGE): CardHistory {
  const { state } = input;
  const version = versionNumbered(context.history, state.version);
  const messages = messagesFor(context.language);
  const when = { offsets: calendarOf(version)?.offsets ?? [], now: context.now, messages };
  const telling: Telling = { definitions: version?.definitions, state, room: context.room, when };
  const told = input.facts
    .filter(({ kind, at }) => kind !== 'account.counted' && at <= context.now)
    .toSorted((a, b) => b.at - a.at || b.recordedAt - a.recordedAt || (a.id < b.id ? 1 : -1));
  return {
    total: told.length,
    lines: told.slice(0, shown).map((fact) => lineOf(fact, input, telling)),
  };
}

function lineOf(fact: Fact, { state, pending }: HistoryInput, telling: Telling): CardHistoryLine {
  const by = actorOf(fact, telling);
  const text = factLine(fact, telling);
  const attempt =
    fact.kind === 'attempt.made'
      ? state.attempts.find(({ factIds }) => factIds.includes(fact.id))
      : undefined;
  return {
    id: fact.id,
    when: whenShort(fact.at, telling.when),
    text: by === null ? text : `${text} · ${by}`,
    pending: pending.has(fact.id),
    withdrawn: attempt !== undefined && (attempt.withdrawn || attempt.refused),
  };
}

/** Only people have a name worth saying. */
function actorOf({ actor }: Fact, { room }: Telling): string | null {
  return room.members.some(({ id }) => id === actor) ? firstName(memberName(room, actor)) : null;
}
