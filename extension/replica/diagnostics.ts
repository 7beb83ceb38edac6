/** What helps to find a fault: counts, ages and versions. Nobody's name, address or lead is in it. */
import { browser } from 'wxt/browser';
import { PROTOCOL } from '../../shared/protocol/version.ts';
import { readHealth } from './health.ts';
import { rowsOf } from './outbox.ts';
import { copyFor } from './pull.ts';
import type { Replica } from './replica.ts';
import { memberKey, signedOutReason } from './session.ts';

/** JSON, indented, to be copied as it is. */
export async function diagnostics(replica: Replica): Promise<string> {
  const { database, clock, sync, sites } = replica;
  const session = await replica.session();
  const member = session && memberKey(session);
  const rows = member === undefined ? [] : await rowsOf(database, member);
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  const copy = member === undefined ? undefined : await copyFor(database, member);
  const age = (at: number | null | undefined) =>
    at === null || at === undefined ? null : Math.round((Date.now() - at) / 1_000);
  const oldest = rows.filter(({ state }) => state === 'pending').map(({ at }) => clock.onDevice(at));
  const storage = await navigator.storage?.estimate().catch(() => undefined);
  const { language, density, notify, logSent, quiet } = replica.settings.now();
  const known = sites.list(replica.language, true).filter(({ granted }) => granted);
  const report = {
    extension: browser.runtime.getManifest().version,
    protocol: PROTOCOL,
    browser: navigator.userAgent,
    signedIn: session !== undefined,
    signedOut: session ? null : await signedOutReason(),
    workerOnThisMachine: session?.origin.startsWith('http:') ?? null,
    epoch: copy?.epoch ?? null,
    secondsSinceSync: age(copy?.syncedAt),
    secondsSinceTry: age(sync.triedAt()),
    failure: sync.failure()?.kind ?? null,
    clockOffsetMs: Math.round(clock.now() - Date.now()),
    leads: await database.count('leads'),
    versions: await database.count('versions'),
    outbox: {
      pending: count('pending'),
      acknowledged: count('acknowledged'),
      rejected: rows.flatMap(({ kind, rejection }) => (rejection ? [`${kind}: ${rejection.code}`] : [])),
      oldestPendingSeconds: oldest.length > 0 ? age(Math.min(...oldest)) : null,
    },
    // Those a person named themselves could say where they work: a number is enough.
    sites: known.map(({ id }) => id).filter((id) => !id.startsWith('own:')),
    ownSites: known.filter(({ id }) => id.startsWith('own:')).length,
    health: await readHealth(),
    settings: { language, density, notify, logSent, quiet: quiet !== null },
    storage: storage ? { usage: storage.usage ?? null, quota: storage.quota ?? null } : null,
  };
  return JSON.stringify(report, null, 2);
}
