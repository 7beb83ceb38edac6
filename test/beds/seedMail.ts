/**
 * The rep's inbox in a bed: ordinary senders and every awkward one a webmail shows. Which of them
 * are leads is decided by the journey, not here.
 */
export interface SeedMessage {
  /** Display name; empty shows the bare address. */
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  /** `html` and `quotes` carry mailto links; `list` has a List-Id; `forward` names somebody else. */
  readonly kind: 'plain' | 'html' | 'quotes' | 'list' | 'forward';
  /** Address named in the body, which is not the sender. */
  readonly mentions?: string;
  /** Another address it is to, besides the mailbox's own. */
  readonly alsoTo?: string;
}

export const SEED_MESSAGES: readonly SeedMessage[] = [
  {
    name: 'Ana Kovač',
    address: 'ana.kovac@northwind-freight.test',
    subject: 'Pricing for 40 seats?',
    kind: 'plain',
  },
  { name: 'Bjørn Dahl', address: 'bjorn@fjordworks.test', subject: 'Demo next Tuesday', kind: 'html' },
  { name: "O'Neil, Pat", address: 'pat.oneil@harbor-legal.test', subject: 'Re: Proposal v2', kind: 'plain' },
  { name: '李娜', address: 'li.na@huaxin.test', subject: '合作询价', kind: 'plain' },
  { name: '', address: 'noname@plainsender.test', subject: 'No display name here', kind: 'plain' },
  {
    name: 'UPPER CASE',
    address: 'Sales.Lead+Trial@Example.TEST',
    subject: 'Mixed case and a plus',
    kind: 'plain',
  },
  {
    name: 'Tom & Jerry <Ltd>',
    address: 'tom@ampersand.test',
    subject: 'Ampersand & <brackets>',
    kind: 'html',
  },
  {
    name: 'ana.kovac@northwind-freight.test',
    address: 'impostor@elsewhere.test',
    subject: 'The name is somebody else’s address',
    kind: 'plain',
  },
  { name: 'Weekly growth', address: 'noreply@news.bulkmail.test', subject: '5 growth hacks', kind: 'list' },
  {
    name: 'Quiet Stranger',
    address: 'stranger@nowhere.test',
    subject: 'Quoting one of yours',
    kind: 'quotes',
    mentions: 'bjorn@fjordworks.test',
  },
  {
    name: 'Marta Silva',
    address: 'marta@forwarder.test',
    subject: 'Fwd: intro to your team',
    kind: 'forward',
    mentions: 'li.na@huaxin.test',
  },
  ...['Ivy Brandt', 'Omar Haddad', 'Zoe Lind', 'Hugo Costa', 'Nia Okoye', 'Sven Berg'].map((name, index) => ({
    name,
    address: `${name.toLowerCase().replace(' ', '.')}@lead${index + 1}.test`,
    subject: `Question about onboarding ${index + 1}`,
    kind: 'plain' as const,
  })),
];

/** One message as it lies in a Maildir. @param at when it arrived, epoch ms. */
export function rawMessage(message: SeedMessage, to: string, index: number, at: number): string {
  const from = message.name ? `${encodeName(message.name)} <${message.address}>` : message.address;
  const head = [
    `From: ${from}`,
    `To: ${[to, message.alsoTo ?? []].flat().join(', ')}`,
    `Subject: ${encodeWord(message.subject)}`,
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <seed-${index}@${message.address.split('@')[1]?.toLowerCase()}>`,
    ...(message.kind === 'list' ? ['List-Id: <weekly.bulkmail.test>', 'Precedence: bulk'] : []),
    'MIME-Version: 1.0',
  ];
  const plain = message.kind === 'plain' || message.kind === 'list' || message.kind === 'forward';
  head.push(`Content-Type: text/${plain ? 'plain' : 'html'}; charset=utf-8`);
  return `${head.join('\n')}\n\n${bodyOf(message, to)}\n`;
}

function bodyOf({ kind, address, mentions, name }: SeedMessage, to: string): string {
  const other = mentions ?? address;
  switch (kind) {
    case 'forward':
      return `---------- Forwarded message ----------\nFrom: Somebody <${other}>\nSubject: intro\n\nHello,`;
    case 'quotes':
      return `<p>Hello,</p><blockquote>On Monday <a href="mailto:${other}">${other}</a> wrote to ${to}:<br>an old quote</blockquote>`;
    case 'html':
      return `<p>Hello,</p><p>this is <a href="mailto:${address}">${address}</a>.</p>`;
    default:
      return `Hello,\n\ncould we talk this week? You reach me at ${address}.\n\n${name || address}`;
  }
}

const ASCII = /^[\u0020-\u007e]*$/;

function encodeWord(text: string): string {
  return ASCII.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
}

function encodeName(name: string): string {
  if (!ASCII.test(name)) return encodeWord(name);
  return /[",<>@&']/.test(name) ? `"${name.replaceAll('"', '\\"')}"` : name;
}
