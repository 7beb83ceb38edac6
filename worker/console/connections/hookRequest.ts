/** A hook as the form fills it in, for a sender known by name, and the mapping it comes to. */
import type { Sender } from '../../../shared/messages/senders/index.ts';
import type { HookKind, HookRequest } from '../../../shared/protocol/hooks.ts';

export interface FieldPair {
  /** What the sender calls it. */
  readonly key: string;
  /** Field of the agreement. */
  readonly field: string;
}

export interface Filled {
  readonly label: string;
  readonly sender: Sender;
  readonly email: string;
  readonly phone: string;
  readonly fields: readonly FieldPair[];
  /** '' = none. */
  readonly signal: string;
  /** Of a sender that has one of its own. */
  readonly secret: string;
}

type Named = Pick<Filled, 'email' | 'phone' | 'fields'>;

/** How each proves itself (ACC5), and what it calls things as a rule. */
export const PRESETS: Readonly<Record<Sender, { readonly kind: HookKind } & Named>> = {
  html: { kind: 'form', email: 'email', phone: '', fields: [] },
  typeform: { kind: 'typeform', email: 'email', phone: 'phone', fields: [] },
  webflow: { kind: 'webflow', email: 'Email', phone: '', fields: [] },
  marketo: {
    kind: 'key',
    email: 'email',
    phone: 'phone',
    fields: [
      { key: 'name', field: 'name' },
      { key: 'company', field: 'company' },
    ],
  },
  standard: { kind: 'standard', email: 'email', phone: '', fields: [] },
};

export function filledFor(sender: Sender): Omit<Filled, 'label'> {
  const { email, phone, fields } = PRESETS[sender];
  return { sender, email, phone, fields, signal: '', secret: '' };
}

export function hookRequestOf({ label, sender, email, phone, fields, signal, secret }: Filled): HookRequest {
  const { kind } = PRESETS[sender];
  const named = fields.filter(({ key, field }) => key.trim() !== '' && field !== '');
  return {
    label,
    kind,
    mapping: {
      ...(email.trim() === '' ? {} : { emails: [pointerOf(email)] }),
      ...(phone.trim() === '' ? {} : { phones: [pointerOf(phone)] }),
      ...(sender === 'marketo' ? { externalId: { system: 'marketo', object: 'lead', from: '/id' } } : {}),
      ...(sender === 'typeform' ? { at: '/submitted_at' } : {}),
      fields: Object.fromEntries(named.map(({ key, field }) => [field, { from: pointerOf(key, sender) }])),
      ...(signal === '' ? {} : { signals: [{ signal }] }),
    },
    ...(kind === 'webflow' ? { secret } : {}),
  };
}

/** `email` is `/email`; what begins with a slash is a pointer already (RFC 6901). */
function pointerOf(name: string, sender?: Sender): string {
  const plain = name.trim();
  if (plain.startsWith('/')) return plain;
  // Typeform's answers stand together, each under its reference.
  if (sender === 'typeform' && plain.startsWith('answers/')) return `/${plain}`;
  return `/${plain.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Marketo's own names; without quotes, which it puts around words itself. */
const TOKENS: Readonly<Record<string, string>> = {
  email: '{{lead.Email Address}}',
  phone: '{{lead.Phone Number}}',
  name: '{{lead.Full Name}}',
  company: '{{company.Company Name}}',
  city: '{{lead.City}}',
  state: '{{lead.State}}',
  country: '{{lead.Country}}',
  role: '{{lead.Job Title}}',
};

/** What to put into Marketo for a hook as it was filled in. */
export function marketoTemplate({
  email,
  phone,
  fields,
}: Pick<Filled, 'email' | 'phone' | 'fields'>): string {
  const rows = [
    [email, TOKENS['email']],
    [phone, TOKENS['phone']],
    ...fields.map(({ key, field }) => [key, TOKENS[field] ?? `{{lead.${key}}}`]),
    ['id', '{{lead.Id}}'],
    ['sent', '{{system.dateTime}}'],
  ].filter(([key = '']) => key.trim() !== '');
  return `{\n${rows.map(([key, token]) => `  ${JSON.stringify(key)}: ${token}`).join(',\n')}\n}`;
}
