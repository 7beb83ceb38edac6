/** What the document at `/v1/openapi.json` says of each route beside what it parses: a sentence and its answer. */
import type * as z from 'zod';
import type { PUBLIC, Route } from '../access.ts';
import { ABOUT_AGREEMENT } from './agreement.ts';
import { ABOUT_CONNECTIONS } from './connections.ts';
import { ABOUT_INTEGRATIONS } from './integrations.ts';
import { ABOUT_LEADS } from './leads.ts';
import { ABOUT_PEOPLE } from './people.ts';
import { ABOUT_SIGN_IN } from './signIn.ts';
import { ABOUT_SYNC } from './sync.ts';
import { ABOUT_UPKEEP } from './upkeep.ts';

export interface Described {
  /** An imperative sentence without its full stop. */
  readonly summary: string;
  /** More of it, in Markdown. */
  readonly about?: string;
  /** 200 when left out. */
  readonly status?: 101 | 200 | 201 | 202 | 204 | 302;
  /** The JSON of the answer. */
  readonly answer?: z.ZodType;
  /** Another kind of content, beside the JSON or instead of it. */
  readonly media?: readonly string[];
}

export type PublicRoute = (typeof PUBLIC)[number];
export type About = Readonly<Partial<Record<Route | PublicRoute, Described>>>;

export const DESCRIBED: About = {
  ...ABOUT_SIGN_IN,
  ...ABOUT_PEOPLE,
  ...ABOUT_AGREEMENT,
  ...ABOUT_LEADS,
  ...ABOUT_SYNC,
  ...ABOUT_INTEGRATIONS,
  ...ABOUT_CONNECTIONS,
  ...ABOUT_UPKEEP,
};
