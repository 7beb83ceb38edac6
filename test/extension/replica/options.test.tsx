/** The options page: one click to connect, one for the sites, and nothing said without a next step. */
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Connection, ReplyOf, SiteAccess } from '../../../extension/messages.ts';
import { Options } from '../../../extension/panels/options/Options.tsx';
import type { OptionsPort } from '../../../extension/panels/options/optionsPort.ts';
import { LANGUAGES } from '../../../shared/lead/vocabulary.ts';
import { messagesFor } from '../../../shared/messages/catalog.ts';

const SITES: readonly SiteAccess[] = [
  {
    id: 'gmail',
    name: 'Gmail',
    origins: ['https://mail.google.com/*'],
    why: 'To find leads.',
    granted: false,
  },
  {
    id: 'dynamics',
    name: 'Dynamics 365',
    origins: ['https://*.dynamics.com/*'],
    why: 'To find leads.',
    granted: false,
  },
  {
    id: 'own:x',
    name: 'mail.x.example',
    origins: ['https://mail.x.example/*'],
    why: 'Yours.',
    granted: true,
  },
];
const SIGNED_IN: Connection = {
  state: 'signed_in',
  origin: 'https://combinado.test',
  name: 'Bruno',
  workspace: 'Clinic Co',
  syncedAt: null,
  pending: 2,
  oldestPendingAt: 1_772_449_200_000,
  rejected: 1,
  problem: null,
};

const SETTINGS = {
  logSent: true,
  density: 'full',
  language: null,
  notify: false,
  notifyNames: false,
  quiet: null,
} as const;

const RECORDED: ReplyOf<'panel.recorded'> = {
  problem: null,
  recorded: {
    memberId: 'bruno',
    name: 'Bruno',
    language: 'en',
    recorded: [
      {
        id: 'work',
        title: 'What you did with leads',
        what: 'Attempts.',
        seenBy: 'Whoever may see the lead.',
        kept: '400 days.',
        keptDays: 400,
        count: 1_204,
        kinds: {},
      },
    ],
    more: [
      {
        id: 'sessions',
        title: 'Sessions and reviews',
        what: 'Those you were at.',
        seenBy: 'Everybody in the workspace.',
        kept: 'Until somebody removes it.',
        keptDays: null,
        count: 7,
        kinds: {},
      },
    ],
    devices: [{ id: 'd1', label: 'Chrome Linux', kind: 'token', createdAt: 0, seenAt: 0 }],
    never: ['The text or subject of any mail.'],
  },
};

let root: HTMLElement;
let port: OptionsPort;
let connection: Connection;
beforeEach(() => {
  connection = { state: 'signed_out', message: null };
  root = document.createElement('div');
  document.body.replaceChildren(root);
  port = {
    version: '0.1.0',
    connection: vi.fn<OptionsPort['connection']>(async () => connection),
    connect: vi.fn<OptionsPort['connect']>(async () => (connection = SIGNED_IN)),
    pair: vi.fn<OptionsPort['pair']>(async () => SIGNED_IN),
    disconnect: vi.fn<OptionsPort['disconnect']>(async () => ({ state: 'signed_out', message: null })),
    sites: vi.fn<OptionsPort['sites']>(async () => SITES),
    settings: vi.fn<OptionsPort['settings']>(async (change) => ({ ...SETTINGS, ...change })),
    give: vi.fn<OptionsPort['give']>(async () => 'refused'),
    giveAddress: vi.fn<OptionsPort['giveAddress']>(async () => 'not_an_address'),
    takeBack: vi.fn<OptionsPort['takeBack']>(async () => undefined),
    teach: vi.fn<OptionsPort['teach']>(async () => ({ started: true, text: 'Look at the page.' })),
    taught: vi.fn<OptionsPort['taught']>(async (forget) => ({
      sites: forget ? [] : [{ id: 'mail.x.example', name: 'mail.x.example' }],
    })),
    allowNotices: vi.fn<OptionsPort['allowNotices']>(async () => true),
    recorded: vi.fn<OptionsPort['recorded']>(async () => RECORDED),
    diagnostics: vi.fn<OptionsPort['diagnostics']>(async () => '{ "leads": 3 }'),
    download: vi.fn<OptionsPort['download']>(),
    welcome: vi.fn<OptionsPort['welcome']>(),
    copy: vi.fn<OptionsPort['copy']>(async () => undefined),
    watch: () => undefined,
  };
});
afterEach(() => render(null, root));

const messages = messagesFor('en');
async function open(language = messages): Promise<void> {
  render(<Options language={language.language} port={port} />, root);
  await vi.waitFor(() => expect(root.querySelector('[aria-busy=false]')).not.toBeNull(), 3_000);
}
test('a background that is only starting is asked again until it answers', async () => {
  vi.mocked(port.connection).mockResolvedValueOnce(undefined);
  await open();
  expect(root.querySelector('input[name=address]')).not.toBeNull();
});
function button(name: string): HTMLButtonElement {
  const buttons = [...root.querySelectorAll('button')];
  const found = buttons.find((each) => (each.getAttribute('aria-label') ?? each.textContent) === name);
  if (!found)
    throw new Error(`no button ${name} among ${buttons.map(({ textContent }) => textContent).join()}`);
  return found;
}
async function type(name: string, text: string): Promise<void> {
  const field = root.querySelector<HTMLInputElement>(`input[name=${name}]`);
  if (!field) throw new Error(`no field ${name}`);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await Promise.resolve();
}

test('[PRI2] one button asks for every site not given yet, straight from the click', async () => {
  await open();
  button('Give access to all of these').click();
  // Not awaited: a browser takes the question only while the click lasts.
  expect(port.give).toHaveBeenCalledWith(['https://mail.google.com/*', 'https://*.dynamics.com/*']);
  await vi.waitFor(() => expect(root.textContent).toContain('choose “Allow”'));
});

test('[PRI2] each site says why and is taken back alone', async () => {
  await open();
  const listed = [...root.querySelectorAll('.sites li')].map(({ textContent }) => textContent);
  expect(listed[0]).toContain('To find leads.');
  button('Take back mail.x.example').click();
  expect(port.takeBack).toHaveBeenCalledWith(['https://mail.x.example/*']);
});

test('[ACC4] an address is enough to connect; then it says as whom and where', async () => {
  await open();
  await type('address', 'combinado.test');
  button('Connect').click();
  await vi.waitFor(() => expect(root.textContent).toContain('Connected as Bruno to Clinic Co'));
  expect(port.connect).toHaveBeenCalledWith('combinado.test');
});

test('[ACC4] what went wrong is said with the next step and stays while other things change', async () => {
  let changed = () => {};
  port = {
    ...port,
    connect: async () => ({
      state: 'signed_out',
      message: 'No answer from this address.',
      unreachable: true,
    }),
    watch: (call) => (changed = call),
  };
  await open();
  await type('address', 'combinado.test');
  button('Connect').click();
  await vi.waitFor(() => expect(root.querySelector('[role=alert]')?.textContent).toContain('No answer'));
  changed();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(root.querySelector('[role=alert]')?.textContent).toContain('No answer');
  expect(button('Let the extension reach this address')).toBeDefined();
});

test('[SYN7] the number and age of what waits to be sent are there, and what was not accepted', async () => {
  port = { ...port, connection: async () => SIGNED_IN };
  await open();
  const lines = [...root.querySelectorAll('.state div')].map(({ textContent }) => textContent);
  expect(lines).toContain('Waiting to be sent2');
  expect(lines.find((line) => line?.startsWith('Oldest of them'))).toContain('2026');
  expect(lines).toContain('Not accepted1');
});

test('the state copied for support holds counts and times, nobody’s name or address', async () => {
  port = { ...port, connection: async () => SIGNED_IN };
  await open();
  await vi.waitFor(() => expect(root.querySelector('pre')).not.toBeNull());
  button('Copy for support').click();
  const [copied] = vi.mocked(port.copy).mock.calls[0] ?? [];
  expect(copied).toContain('Waiting to be sent: 2');
  expect(copied).toContain('"leads": 3');
  for (const personal of ['Bruno', 'Clinic', 'combinado.test']) expect(copied).not.toContain(personal);
});

test('[ATT1] logging mails by itself is a switch beside the sites', async () => {
  await open();
  await vi.waitFor(() => expect(root.querySelector('input[name=logSent]')).not.toBeNull());
  root.querySelector<HTMLInputElement>('input[name=logSent]')?.click();
  expect(port.settings).toHaveBeenLastCalledWith({ logSent: false });
});

test('[PRI5] what is recorded about one is a table to read and a file to keep', async () => {
  port = { ...port, connection: async () => SIGNED_IN };
  await open();
  button('Show what is recorded about me').click();
  await vi.waitFor(() => expect(root.querySelector('table')).not.toBeNull());
  const row = [...root.querySelectorAll('tbody tr > *')].map(({ textContent }) => textContent);
  expect(row).toEqual([
    'What you did with leadsAttempts.',
    '1,204',
    'Whoever may see the lead.',
    '400 days.',
    'Sessions and reviewsThose you were at.',
    '7',
    'Everybody in the workspace.',
    'Until somebody removes it.',
  ]);
  expect(root.textContent).toContain('The text or subject of any mail.');
  button('Download as a file').click();
  await vi.waitFor(() => expect(port.download).toHaveBeenCalled());
  const [name, text] = vi.mocked(port.download).mock.calls[0] ?? [];
  expect(name).toBe('recorded-about-me.json');
  expect(JSON.parse(text ?? '')).toEqual(RECORDED.recorded);
  expect(vi.mocked(port.recorded).mock.calls).toEqual([[false], [true]]);
});

test('[OVR1] density is the person’s choice', async () => {
  await open();
  await vi.waitFor(() => expect(root.querySelector('input[name=density]')).not.toBeNull());
  root.querySelectorAll<HTMLInputElement>('input[name=density]')[2]?.click();
  expect(port.settings).toHaveBeenLastCalledWith({ density: 'today' });
});

test('the language chosen speaks at once, over the browser’s', async () => {
  await open();
  await vi.waitFor(() => expect(root.querySelector('select[name=language]')).not.toBeNull());
  const select = root.querySelector<HTMLSelectElement>('select[name=language]');
  if (select) select.value = 'pt-BR';
  select?.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(root.querySelector('h1')?.textContent).toBe('Configurações do Combinado'));
  await vi.waitFor(() => expect(document.documentElement.lang).toBe('pt-BR'));
});

test('notices are asked of the browser first, and stay off when it says no', async () => {
  port = { ...port, allowNotices: vi.fn<OptionsPort['allowNotices']>(async () => false) };
  await open();
  await vi.waitFor(() => expect(root.querySelector('[aria-describedby=notices-hint]')).not.toBeNull());
  root.querySelector<HTMLInputElement>('[aria-describedby=notices-hint]')?.click();
  expect(port.allowNotices).toHaveBeenCalled();
  await vi.waitFor(() => expect(root.textContent).toContain('does not allow notices'));
  expect(port.settings).toHaveBeenLastCalledWith({ notify: false });
});

test.each(LANGUAGES)('in %s every field has a name and every part a heading', async (language) => {
  await open(messagesFor(language));
  for (const field of root.querySelectorAll('input'))
    expect(field.closest('label')?.textContent?.trim()).toBeTruthy();
  expect(root.querySelector('h1')?.textContent).toBe(messagesFor(language).options.title);
  expect(root.querySelectorAll('h2')).toHaveLength(8);
});

test('[OVR5] a site of one’s own can be taught from here, and what was taught forgotten', async () => {
  await open();
  button('Teach it: mail.x.example').click();
  await vi.waitFor(() => expect(root.textContent).toContain('Look at the page.'));
  expect(port.teach).toHaveBeenCalledWith('https://mail.x.example/*');
  button('Forget what was taught about mail.x.example').click();
  await vi.waitFor(() => expect(root.textContent).not.toContain('taught by you'));
  expect(port.taught).toHaveBeenLastCalledWith('mail.x.example');
  expect(root.querySelector('[aria-label="Teach it: Gmail"]')).toBeNull();
});

test('[PRI2] the address a company set is filled in already', async () => {
  connection = { state: 'signed_out', message: null, preset: 'https://combinado.ours.example' };
  await open();
  expect(root.querySelector<HTMLInputElement>('input[name=address]')?.value).toBe(
    'https://combinado.ours.example',
  );
});
