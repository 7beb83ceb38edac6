/**
 * Where every history begins: an agreement both sides signed, five people, a few leads at different
 * points of it, and devices that have synced once. Built once, gone back to before each history.
 */
import type { Definitions } from '../../shared/definitions/definitions.ts';
import { agreement, at, everyPolicy } from '../shared/lead/agreement.ts';
import type { Route } from '../../worker/access.ts';
import { ObjectHost } from './object.ts';

export const BEGIN = at('2026-03-02', '10:00');
export const EPOCH = 'epoch-1';

export const PEOPLE = {
  ada: { role: 'admin', side: 'neutral' },
  bruno: { role: 'sdr', side: 'sales' },
  camila: { role: 'sdr', side: 'sales' },
  marcos: { role: 'manager', side: 'sales' },
  mia: { role: 'marketer', side: 'marketing' },
} as const;
export type PersonId = keyof typeof PEOPLE;

/** Hash of a device's token; the secrets themselves are nobody's business here. */
export const credentialOf = (person: PersonId) => ({ kind: 'token', hash: `token-${person}` }) as const;

/** Every kind of promise, fields that sales is asked for, one route to one team. */
function agreed(): Definitions {
  const fields: Definitions['fields'] = [
    { id: 'employees', label: 'Employees', type: 'number' },
    { id: 'budget', label: 'Budget', type: 'number', askedBySales: true },
    { id: 'industry', label: 'Industry', type: 'text' },
  ];
  return agreement({
    fields,
    personas: [],
    policies: everyPolicy(),
    routes: [{ id: 'all', order: 1, team: 'sales' }],
    signers: [
      { side: 'marketing', member: 'mia' },
      { side: 'sales', member: 'marcos' },
    ],
  });
}

export class World {
  readonly host = new ObjectHost(BEGIN);
  readonly leads: string[] = [];

  async build(): Promise<void> {
    const body = agreed();
    const setup = {
      workspaceId: 'w1',
      epoch: EPOCH,
      name: 'Faulty',
      language: 'en',
      admin: { id: 'ada', name: 'Ada' },
      device: { id: 'device-ada', hash: 'token-ada' },
      invite: 'invite-ada',
      // Unsigned, and so in trial until the signed one below.
      definitions: { body: { ...body, signers: [] }, hash: 'first' },
    };
    await this.must('POST /v1/setup', null, setup);
    const team = { id: 'sales', label: 'Sales', side: 'sales' };
    await this.must('POST /v1/teams', 'ada', team);
    for (const [id, { role, side }] of Object.entries(PEOPLE)) {
      if (id === 'ada') continue;
      await this.must('POST /v1/members', 'ada', {
        id,
        member: { name: id, role, side, ...(role === 'sdr' ? { team: 'sales' } : {}) },
      });
      this.host.storage.sql.exec(
        `insert into devices (id, hash, member_id, kind, label, created_at) values (?, ?, ?, 'token', '', ?)`,
        `device-${id}`,
        `token-${id}`,
        id,
        this.host.now,
      );
    }
    const hash = 'second';
    await this.must('PUT /v1/definitions/draft', 'mia', { body, hash });
    for (const signer of ['mia', 'marcos'] as const)
      await this.must('POST /v1/definitions/draft/sign', signer, { hash });
    await this.must('POST /v1/definitions/draft/publish', 'ada', { note: 'agreed' });
    const owners = ['bruno', 'bruno', 'camila', undefined];
    const wanted = owners.map((owner, index) => ({
      emails: [`lead${index}@clinic.example`],
      fields: { name: `Lead ${index}`, employees: 60 },
      owner,
    }));
    const made = await this.must<{ results: { id: string }[] }>('POST /v1/leads', 'mia', { leads: wanted });
    this.leads.push(...made.results.map(({ id }) => id));
  }

  async must<T>(route: Route, person: PersonId | null, input: unknown): Promise<T> {
    const outcome = await this.host.call(route, person && credentialOf(person), input);
    if (!outcome?.ok) throw new Error(`${route}: ${JSON.stringify(outcome)}`);
    return outcome.value as T;
  }
}
