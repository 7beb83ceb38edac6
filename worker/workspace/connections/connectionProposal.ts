/** The mapping we propose: fields that usually mean the same or are called the same, people by address or name. */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import { memberOf } from '../../../shared/lead/memberAt.ts';
import { RESERVED_FIELDS } from '../../../shared/lead/vocabulary.ts';
import { foldText } from '../../../shared/predicate/text.ts';
import type { ConnectionMapping, FieldPair } from '../../../shared/protocol/connections.ts';
import type { TheirField } from '../../connectors/connector.ts';
import type { KeptPace } from '../../connectors/pace.ts';
import { connectorOf } from '../../connectors/registry.ts';
import { done, type Outcome } from '../../outcome.ts';
import { connectionOf, UNKNOWN_CONNECTION } from './connectionRows.ts';
import { closeConnection, openConnection, type Opened } from './connections.ts';
import { memberOfEmail } from '../people/memberEmail.ts';
import type { Who, Work } from '../work.ts';

export interface TheirPerson {
  readonly ref: string;
  readonly name: string;
  readonly active: boolean;
  /** Of their address, as members' are kept. */
  readonly emailHash: string | null;
}

export type FieldsStep =
  | { readonly id: string; readonly step: 'open' }
  | {
      readonly id: string;
      readonly step: 'propose';
      readonly fields: readonly TheirField[];
      readonly people: readonly TheirPerson[];
      readonly pace: KeptPace;
    };

/** What is in use, else what we propose. */
export function mappingFor(
  work: Work,
  who: Who,
  asked: FieldsStep,
): Outcome<{ readonly opened: Opened | null; readonly mapping: ConnectionMapping | null }> {
  const { id } = asked;
  if (asked.step === 'open') {
    const opened = openConnection(work, who, { id });
    return opened.ok ? done({ opened: opened.value, mapping: null }) : opened;
  }
  const row = connectionOf(work, id);
  if (!row) return UNKNOWN_CONNECTION;
  closeConnection(work, id, asked.pace);
  if (row.mapping !== null) return done({ opened: null, mapping: row.mapping });
  const { definitions } = work.ground.inForce(work.now);
  const connector = connectorOf(row.vendor);
  const usual = connector?.usual ?? {};
  const people = peopleOf(work, asked.people);
  return done({
    opened: null,
    mapping: {
      fields: pairsOf(definitions, usual, asked.fields),
      people,
      owner: Object.values(people).some((member) => member !== null) ? 'theirs' : null,
      stageFrom: null,
      write: { attempts: connector?.noAttempts !== true, stage: true, score: true },
      read: { activities: true, deals: true },
      gone: { there: 'keep', here: 'keep' },
    },
  });
}

/** What is asked of leads over there stays theirs to keep. */
function pairsOf(
  definitions: Definitions,
  usual: Readonly<Record<string, readonly string[]>>,
  fields: readonly TheirField[],
): FieldPair[] {
  const byId = new Map(fields.map((field) => [field.id, field]));
  const byName = new Map(fields.map((field) => [foldText(field.label), field]));
  const reserved = RESERVED_FIELDS.map((id) => ({ id, label: id, choices: undefined }));
  const ours = [
    ...reserved,
    ...definitions.fields.filter(({ id }) => !reserved.some((one) => one.id === id)),
  ];
  return ours.flatMap(({ id, label, choices }): FieldPair[] => {
    const candidates = [...(usual[id] ?? []), id].map((name) => byId.get(name));
    const theirs = candidates.find((field) => field !== undefined) ?? byName.get(foldText(label));
    if (theirs === undefined) return [];
    const words = Object.fromEntries(
      (theirs.options ?? []).flatMap(({ value, label: called }) => {
        const same = choices?.find((choice) => foldText(choice.label) === foldText(called));
        return same && same.id !== value ? [[value, same.id] as const] : [];
      }),
    );
    const worded = Object.keys(words).length > 0 ? { words } : {};
    return [{ ours: id, theirs: theirs.id, keeper: 'theirs', ...worded }];
  });
}

/** Whoever left over there is nobody here; whoever is not found is asked about. */
function peopleOf(work: Work, people: readonly TheirPerson[]): Record<string, string | null> {
  const room = work.ground.room();
  const names = new Map<string, string[]>();
  for (const member of room.members.map((one) => memberOf(room, one, work.now))) {
    if (member.active)
      names.set(foldText(member.name), [...(names.get(foldText(member.name)) ?? []), member.id]);
  }
  const found: Record<string, string | null> = {};
  for (const { ref, name, active, emailHash } of people) {
    const byName = names.get(foldText(name)) ?? [];
    const member =
      (emailHash === null ? undefined : memberOfEmail(work, emailHash)) ??
      (byName.length === 1 ? byName[0] : undefined);
    if (member !== undefined) found[ref] = member;
    else if (!active) found[ref] = null;
  }
  return found;
}
