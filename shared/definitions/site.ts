/**
 * What an agreement says of the sites people work on (OVR5): switch one off, name those a company
 * wants, mend the selectors of one that changed, teach one of its own. Bounded data: a selector is
 * asked of the page and nothing else, and whatever the extension ships still stands behind it.
 */
import * as z from 'zod';

/** Sites the extension knows by itself, with the names people know. */
export const KNOWN_SITES = {
  gmail: 'Gmail',
  outlook: 'Outlook',
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  dynamics: 'Dynamics 365',
  pipedrive: 'Pipedrive',
  zoho: 'Zoho CRM',
  odoo: 'Odoo',
  roundcube: 'Roundcube',
  tryton: 'Tryton',
  whatsapp: 'WhatsApp',
  sample: 'Sample',
  generic: 'Other sites',
} as const satisfies Readonly<Record<string, string>>;

/** The name people know a site by, or its id. */
export function siteName(id: string): string {
  return Object.entries(KNOWN_SITES).find(([known]) => known === id)?.[1] ?? id;
}

export const Selector = z.string().min(1).max(300);
/** Tried in order; the first that finds anything is the one. */
const Selectors = z.array(Selector).min(1).max(5);

/** How the element that names a person states the address (OVR6): never part of a longer text. */
export const Stating = z.union([
  z.enum(['mailto', 'value', 'text']),
  z.strictObject({ attribute: z.string().min(1).max(60) }),
]);
export type Stating = z.infer<typeof Stating>;

export const SiteView = z.strictObject({
  view: z.enum(['list', 'record', 'message']),
  /** One per line, record or message. */
  rows: Selectors.optional(),
  /** In a row, what names a person; left out, the row does. */
  people: Selectors.optional(),
  address: Stating.optional(),
});
export type SiteView = z.infer<typeof SiteView>;

export const SiteCompose = z.strictObject({
  roots: Selectors.optional(),
  to: Selectors.optional(),
  cc: Selectors.optional(),
  bcc: Selectors.optional(),
  send: Selectors.optional(),
  proof: Selectors.optional(),
  failure: Selectors.optional(),
  strip: Selectors.optional(),
});
export type SiteCompose = z.infer<typeof SiteCompose>;

export const SiteRule = z.strictObject({
  /** One of `KNOWN_SITES`, or a name of one's own for a site of one's own. */
  id: z.string().min(1).max(100),
  label: z.string().min(1).max(200).optional(),
  /** Where it is, e.g. `crm.example.com` or `*.example.com`: people are asked for these, each may say no. */
  hosts: z.array(z.string().min(1).max(200)).min(1).max(20).optional(),
  /** Nothing is shown or logged there. */
  off: z.boolean().optional(),
  /** Tried before what the extension knows of the same view. */
  views: z.array(SiteView).min(1).max(10).optional(),
  compose: SiteCompose.optional(),
});
export type SiteRule = z.infer<typeof SiteRule>;

/** A host that may stand in a match pattern, with or without a leading `*.`; a port is not part of it. */
export function isHost(host: string): boolean {
  return /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(host);
}

/** Whether a page of this host belongs to the rule. */
export function coversHost({ hosts = [] }: SiteRule, host: string): boolean {
  return hosts.some((pattern) =>
    pattern.startsWith('*.')
      ? host === pattern.slice(2) || host.endsWith(pattern.slice(1))
      : host === pattern,
  );
}

const PAIRS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
]);

/** Brackets and quotes that close, and nothing a selector never holds: what no browser is needed to see. */
export function isSelector(text: string): boolean {
  const open: string[] = [];
  let quote = '';
  let escaped = false;
  for (const char of text) {
    if (escaped) escaped = false;
    else if (char === '\\') escaped = true;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '(' || char === '[') open.push(char);
    else if (PAIRS.has(char)) {
      if (open.pop() !== PAIRS.get(char)) return false;
    } else if ('{}<;@'.includes(char)) return false;
  }
  return quote === '' && !escaped && open.length === 0 && text.trim() !== '';
}
