/** The agreements a workspace may begin with (DEF6), built as files of their own: no part of the worker's code. */
import type { Business } from '../shared/definitions/business.ts';
import { Definitions } from '../shared/definitions/definitions.ts';
import type { Language } from '../shared/lead/vocabulary.ts';
import { assetOf } from './assets.ts';
import type { Env } from './env.ts';

export async function starterFor(env: Env, business: Business, language: Language): Promise<Definitions> {
  const found = await assetOf(env, `/api/starters/${business}.${language}.json`);
  return Definitions.parse(await found.json());
}
