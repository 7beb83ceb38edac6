/**
 * What must hold once the faults are over (SYN1–SYN7): everything saved was answered, everything
 * acknowledged is there, once, in the order of its device, and every device shows what the workspace does.
 */
import { createStates } from '../../extension/replica/states.ts';
import type { Fact } from '../../shared/lead/facts.ts';
import type { LeadState } from '../../shared/lead/state.ts';
import type { CommandResult } from '../../shared/protocol/sync.ts';
import type { Device } from './device.ts';
import { credentialOf, type World } from './world.ts';

export interface Judged {
  readonly world: World;
  readonly devices: readonly Device[];
  /** How often the workspace went back to a backup. */
  readonly restores: number;
}

/** Sentences; none when every promise was kept. */
export async function brokenPromises(judged: Judged): Promise<readonly string[]> {
  const ledger = readLedger(judged.world);
  const broken = [
    ...numbering(ledger),
    ...effects(ledger),
    ...judged.devices.flatMap((device) => [...outbox(device, ledger, judged.restores > 0)]),
  ];
  for (const device of judged.devices) broken.push(...(await convergence(judged.world, device)));
  const complaints = judged.world.host.complaints.splice(0).map((what) => `the object said: ${what}`);
  return [...broken, ...complaints, ...(await refolding(judged.world))];
}

interface Kept {
  readonly clientId: string;
  readonly n: number;
  readonly id: string;
  readonly command: { readonly kind: string; readonly body: { readonly leadId?: string } };
  readonly result: CommandResult;
}

interface Ledger {
  readonly commands: readonly Kept[];
  readonly lastN: ReadonlyMap<string, number>;
  readonly facts: ReadonlyMap<string, Fact & { readonly seq: number }>;
}

function readLedger({ host }: World): Ledger {
  const commands = host.storage
    .read('select client_id, n, id, command, result from commands order by client_id, n')
    .map((row) => ({
      clientId: String(row['client_id']),
      n: Number(row['n']),
      id: String(row['id']),
      command: JSON.parse(String(row['command'])),
      result: JSON.parse(String(row['result'])),
    }));
  const clients = host.storage.read('select id, last_n from clients');
  const facts = host.storage.read('select seq, id, lead_id as leadId, kind, observer from facts');
  return {
    commands,
    lastN: new Map(clients.map((row) => [String(row['id']), Number(row['last_n'])])),
    facts: new Map(facts.map((row) => [String(row['id']), row as unknown as Fact & { seq: number }])),
  };
}

/** No hole in any numbering; the facts of a device in the order of its commands. */
function* numbering({ commands, lastN, facts }: Ledger): Generator<string> {
  const reached = new Map<string, { n: number; seq: number }>();
  for (const { clientId, n, id, result } of commands) {
    const last = reached.get(clientId) ?? { n: 0, seq: 0 };
    if (n !== last.n + 1) yield `hole: ${clientId} has ${n} after ${last.n}`;
    const seq = result.result === 'applied' ? (facts.get(id)?.seq ?? 0) : last.seq;
    if (seq < last.seq) yield `order: command ${n} of ${clientId} became a fact before ${last.n}`;
    reached.set(clientId, { n, seq });
  }
  for (const [clientId, { n }] of reached)
    if (lastN.get(clientId) !== n) yield `hole: ${clientId} says ${lastN.get(clientId)} and has ${n}`;
}

/** An applied command is one fact of its lead; a rejected one is none; no fact of a device is without command. */
function* effects({ commands, facts }: Ledger): Generator<string> {
  const applied = new Map<string, number>();
  for (const { id, result, command } of commands) {
    if (result.result === 'applied') applied.set(id, (applied.get(id) ?? 0) + 1);
    const fact = facts.get(id);
    if (result.result === 'rejected' && fact) yield `rejected and there: ${command.kind} ${id}`;
    if (result.result !== 'rejected' && fact?.leadId !== command.body.leadId)
      yield `answered ${result.result} and not there: ${command.kind} ${id}`;
    if (isTry(command) && result.result === 'rejected' && result.code !== 'opted_out')
      yield `a try was refused: ${JSON.stringify(command)} ${JSON.stringify(result)}`;
  }
  for (const [id, times] of applied) if (times > 1) yield `applied ${times} times: ${id}`;
  for (const { id, kind, observer } of facts.values())
    if ((observer === 'hand' || observer === 'page') && !applied.has(id))
      yield `a fact nobody sent: ${kind} ${id}`;
}

/** Nothing is refused for a wrong clock (ATT5); what a person states is bounded, and nonsense is nonsense. */
function isTry({ kind, body }: Kept['command']): boolean {
  if (kind !== 'attempt.log') return false;
  const { evidence, channel, leadId } = body as Readonly<Record<string, unknown>>;
  return evidence !== 'declared' && channel !== 'pigeon' && leadId !== '\ud800';
}

function* outbox(device: Device, { commands, facts }: Ledger, restored: boolean): Generator<string> {
  const rows = new Map(device.outbox.map((row) => [row.id, row]));
  const known = new Set(commands.map(({ id }) => id));
  for (const { state, kind, id } of rows.values())
    if (state === 'pending') yield `not drained: ${kind} ${id}`;
  for (const id of device.recorded) {
    if (!rows.has(id) && !device.acknowledged.has(id)) yield `saved and gone: ${id}`;
    // What was turned down before a restore was answered for good: only what counts comes again.
    const settled = restored && rows.get(id)?.state === 'rejected';
    if (!known.has(id) && !settled) yield `saved and never came: ${id} (${rows.get(id)?.state})`;
  }
  for (const id of device.acknowledged) if (!facts.has(id)) yield `acknowledged and lost: ${id}`;
}

/** What the device folds is what the workspace answers, for each lead it may see, and it holds no other. */
async function convergence(world: World, device: Device): Promise<readonly string[]> {
  const { host } = world;
  const broken: string[] = [];
  const credential = credentialOf(device.person);
  const listed = await host.call('GET /v1/leads', credential, { after: '', limit: 500 });
  if (!listed?.ok) return [`the list is not answered: ${JSON.stringify(listed)}`];
  const { leads } = listed.value as { leads: readonly { id: string }[] };
  const held = device.disk.rows('leads').map(({ id }) => String(id));
  const wanted = leads.map(({ id }) => id);
  if (held.join() !== wanted.join())
    broken.push(`${device.person} holds ${held.join()}, not ${wanted.join()}`);
  const { database } = await device.live();
  const states = createStates(database);
  for (const id of wanted) {
    const answered = await host.call('GET /v1/leads/:id', credential, { id });
    if (!answered?.ok) return [...broken, `a listed lead is not answered: ${JSON.stringify(answered)}`];
    const { state } = answered.value as { state: LeadState };
    const shown = await states.of(id, host.now);
    if (JSON.stringify(shown?.state) !== JSON.stringify(state))
      broken.push(
        `${device.person} shows another ${id}: ${JSON.stringify(shown?.state)} not ${JSON.stringify(state)}`,
      );
  }
  return broken;
}

/** Every row is what its facts fold to (FCT8). */
async function refolding({ host }: World): Promise<readonly string[]> {
  const broken: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const answered = await host.call('GET /v1/admin/refold', credentialOf('ada'), { after });
    if (!answered?.ok) return [...broken, `refold is not answered: ${JSON.stringify(answered)}`];
    const page = answered.value as { differing: readonly string[]; next: string | null };
    broken.push(...page.differing.map((id) => `the row of ${id} is not what its facts fold to`));
    after = page.next;
  }
  return broken;
}
