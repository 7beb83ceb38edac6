/** The first minute of a workspace: its name, its admin, and an agreement in trial (ACC4, TRI1). */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { publish } from '../agreement/definitions.ts';
import { audit } from './audit.ts';
import { addDevice } from './devices.ts';
import { addGrant } from './grants.ts';
import { addMember } from './members.ts';
import * as schema from '../schema.ts';
import { orNothing, type Work } from '../work.ts';

export interface Setup {
  readonly workspaceId: string;
  readonly epoch: string;
  readonly name: string;
  readonly language: Language;
  readonly admin: { readonly id: string; readonly name: string };
  readonly device: { readonly id: string; readonly hash: string };
  /** Hash of the link by which the admin's browser is signed in. */
  readonly invite: string;
  readonly definitions: { readonly body: Definitions; readonly hash: string };
}

export interface SetUp {
  readonly version: number;
  /** Until when the link works. */
  readonly expiresAt: number;
}

export function setUp(work: Work, setup: Setup): Outcome<SetUp> {
  return orNothing(work, () => begin(work, setup));
}

function begin(work: Work, setup: Setup): Outcome<SetUp> {
  if (work.ground.workspace()) return failure('conflict', 'This workspace exists already.');
  const { workspaceId, epoch, name, language, admin, device, invite, definitions } = setup;
  work.db
    .insert(schema.workspace)
    .values({ id: workspaceId, name, language, epoch, createdAt: work.now, head: 0, roomSeq: 0 })
    .run();
  work.ground.forget();
  audit(work, { memberId: admin.id }, 'workspace.setUp', workspaceId);
  const member = { name: admin.name, side: 'neutral', role: 'admin' } as const;
  addMember(work, null, { id: admin.id, member });
  addDevice(work, { ...device, memberId: admin.id, kind: 'token', label: 'Setup' });
  const published = publish(work, { memberId: admin.id }, { ...definitions, note: '' });
  if (!published.ok) return published;
  const expiresAt = addGrant(work, { kind: 'invite', hash: invite, memberId: admin.id });
  return done({ version: published.value.version, expiresAt });
}
