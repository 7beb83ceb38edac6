import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { FactBody } from '../../../shared/lead/facts.ts';
import * as api from '../../../shared/protocol/api.ts';
import { CommandBody } from '../../../shared/protocol/commands.ts';
import * as device from '../../../shared/protocol/device.ts';
import { Problem } from '../../../shared/protocol/problem.ts';
import * as sync from '../../../shared/protocol/sync.ts';
import { PROTOCOL } from '../../../shared/protocol/version.ts';

/** Hash of everything that travels, per protocol version. An old version's hash never changes. */
const PINNED: Record<number, string> = {
  1: 'M6e5JTVMq7pme3fM--mSSJX_uw5mO_4WoQ8Dp5JmBYc',
  2: 'MHsyykRPBU-FJJB5VrUnquTZVdUpCrqPPZbOElDn0BY',
  3: 'm_8NUAtE9dBMUYCwLtoMjjunsaOFHwpYPn8e0CUeP7k',
};

const schemas = (module: object) => Object.entries(module).filter(([, value]) => value instanceof z.ZodType);

test('[SYN8] what travels changes only with the version of the protocol', () => {
  const all = [
    ...schemas(sync),
    ...schemas(api),
    ...schemas(device),
    ...schemas({ Problem }),
    ...schemas(CommandBody),
    ...schemas(FactBody),
  ] as [string, z.ZodType][];
  const text = all
    .map(
      ([name, schema]) =>
        `${name} ${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))}`,
    )
    .toSorted()
    .join('\n');
  expect(
    createHash('sha256').update(text).digest('base64url'),
    'a schema under shared/protocol changed: raise PROTOCOL, say in shared/protocol/version.ts what changed, pin the new hash here',
  ).toBe(PINNED[PROTOCOL]);
});
