/** The only thing the socket ever says: the workspace moved past this head (SYN5). */
import * as z from 'zod';

export const Poke = z.object({ head: z.int() });
export type Poke = z.infer<typeof Poke>;
