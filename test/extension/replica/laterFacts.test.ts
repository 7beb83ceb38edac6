// @vitest-environment node
/** Facts of kinds a release before did not know: kept with the others, or passed over. */
import { afterEach, expect, test, vi } from 'vitest';
import { fact } from '../../shared/lead/agreement.ts';
import { NOW, setUp, type Setting } from './setting.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

let setting: Setting;
afterEach(() => setting.close());

test('[SYN8] what travels beside the facts is kept among them; a kind nobody here knows is passed over', async () => {
  setting = await setUp();
  const { worker, replica } = setting;
  const held = async () => (await replica.database.get('leads', 'lead-1'))?.facts ?? [];
  await replica.sync.request();
  const before = await held();
  expect(before.length).toBeGreaterThan(0);
  const said = {
    ...fact('handoff.commented', NOW, { handoff: 'h:lead-1:1', text: 'hello' }),
    leadId: 'lead-1',
  };
  worker.later.set('lead-1', [said, { ...said, id: 'x', kind: 'handoff.sung', body: { song: 'a' } }]);
  worker.put('lead-1', worker.leads.get('lead-1') ?? []);
  await replica.sync.request();
  expect(await held()).toEqual([...before, said]);
  // Sent again, it is there once.
  worker.put('lead-1', worker.leads.get('lead-1') ?? []);
  await replica.sync.request();
  expect(await held()).toHaveLength(before.length + 1);
});
