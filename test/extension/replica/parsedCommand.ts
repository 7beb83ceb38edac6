import * as z from 'zod';
import {
  COMMAND_KINDS,
  CommandBody,
  type Command as CommandType,
} from '../../../shared/protocol/commands.ts';

/** Parses a pushed command with the schema of its kind, as the worker does. */
export const Command = {
  parse(pushed: unknown): CommandType {
    const head = z
      .object({
        n: z.int(),
        id: z.string(),
        kind: z.enum(COMMAND_KINDS as [string]),
        at: z.int(),
        body: z.unknown(),
      })
      .parse(pushed);
    const kind = head.kind as CommandType['kind'];
    return { ...head, kind, body: CommandBody[kind].parse(head.body) } as CommandType;
  },
};
