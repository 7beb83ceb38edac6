/** Founds a workspace as a company would: people of each role, and an agreement both sides signed. */
import * as z from 'zod';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { setUp, request, signIn, type Api } from './api.ts';

export interface Founding {
  readonly origin: string;
  readonly setupToken: string;
  readonly name: string;
  readonly language: Language;
  /** Signers are added. */
  readonly definitions: Definitions;
  /** Epoch ms, under the request's clock; real time when left out. */
  readonly now?: number;
}

/** Member ids. */
export interface Members {
  readonly manager: string;
  readonly marketer: string;
  readonly ana: string;
  readonly bruno: string;
  readonly camila: string;
}

export interface Workspace {
  readonly workspaceId: string;
  readonly admin: Api;
  readonly members: Members;
}

const TEAM_NAMES = { en: 'Sales', 'pt-BR': 'Vendas', es: 'Ventas' } as const;
const MINUTE_MS = 60_000;

export async function foundWorkspace(founding: Founding): Promise<Workspace> {
  const { origin, setupToken, name, language, definitions, now } = founding;
  const later = (minutes: number) => (now === undefined ? undefined : now + minutes * MINUTE_MS);
  const body = { workspace: name, language, admin: { name: 'Clara' } };
  const { workspaceId, token } = await setUp(origin, setupToken, body, now);
  const admin = { origin, token };
  const members = await hire(admin, language, later(1));
  await sign(admin, definitions, members, later(2));
  return { workspaceId, admin, members };
}

const Created = z.object({ id: z.string() });

async function hire(admin: Api, language: Language, now: number | undefined): Promise<Members> {
  const add = async (body: Readonly<Record<string, unknown>>) =>
    Created.parse(await request(admin, 'POST /v1/members', { body, now })).id;
  const manager = await add({ name: 'Marcos', side: 'sales', role: 'manager' });
  const team = { id: 'sales', label: TEAM_NAMES[language], side: 'sales', manager };
  await request(admin, 'POST /v1/teams', { body: team, now });
  const sdr = (name: string) => add({ name, side: 'sales', role: 'sdr', team: 'sales' });
  return {
    manager,
    marketer: await add({ name: 'Mônica', side: 'marketing', role: 'marketer' }),
    ana: await sdr('Ana'),
    bruno: await sdr('Bruno'),
    camila: await sdr('Camila'),
  };
}

const Saved = z.object({ hash: z.string() });

/** Both sides sign the same body, so that nothing is trial (TRI1). @returns what publishing it answers */
export async function sign(
  admin: Api,
  agreed: Definitions,
  { manager, marketer }: Pick<Members, 'manager' | 'marketer'>,
  now?: number,
): Promise<unknown> {
  const signers = [
    { side: 'marketing' as const, member: marketer },
    { side: 'sales' as const, member: manager },
  ];
  const definitions = { ...agreed, signers };
  const saved = await request(admin, 'PUT /v1/definitions/draft', { body: { definitions }, now });
  const body = { hash: Saved.parse(saved).hash };
  for (const { member } of signers) {
    await request(await signIn(admin, member, now), 'POST /v1/definitions/draft/sign', { body, now });
  }
  return request(admin, 'POST /v1/definitions/draft/publish', { body: { note: agreed.title }, now });
}
