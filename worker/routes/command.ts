/** Reads what a person does to a lead, a hand-off or an attempt into the command it is (SYN1). */
import { v7 as uuidv7 } from 'uuid';
import type { CommandKind } from '../../shared/protocol/commands.ts';
import type { AskedCommand } from '../../shared/protocol/leadCommands.ts';

interface Body {
  readonly id?: string | undefined;
  readonly at?: number | undefined;
  readonly revision?: number | undefined;
}

/** @param parsed by the schema of its route */
export function commandOf<T extends Body>(kind: CommandKind, parsed: T): AskedCommand {
  const { id = uuidv7(), at, revision, ...body } = parsed;
  return { kind, id, at, revision, body };
}
