/** A hook as the form fills it in, and the mapping it comes to. */
import type { HookKind, HookRequest } from '../../../shared/protocol/hooks.ts';

export interface FieldPair {
  /** What the sender calls it. */
  readonly key: string;
  /** Field of the agreement. */
  readonly field: string;
}

export interface Filled {
  readonly label: string;
  readonly kind: HookKind;
  readonly email: string;
  readonly phone: string;
  readonly fields: readonly FieldPair[];
  /** '' = none. */
  readonly signal: string;
}

export const NOTHING_FILLED: Filled = {
  label: '',
  kind: 'form',
  email: 'email',
  phone: '',
  fields: [],
  signal: '',
};

export function hookRequestOf({ label, kind, email, phone, fields, signal }: Filled): HookRequest {
  const named = fields.filter(({ key, field }) => key.trim() !== '' && field !== '');
  return {
    label,
    kind,
    mapping: {
      ...(email.trim() === '' ? {} : { emails: [pointerOf(email)] }),
      ...(phone.trim() === '' ? {} : { phones: [pointerOf(phone)] }),
      fields: Object.fromEntries(named.map(({ key, field }) => [field, { from: pointerOf(key) }])),
      ...(signal === '' ? {} : { signals: [{ signal }] }),
    },
  };
}

/** `email` is `/email`; what begins with a slash is a pointer already (RFC 6901). */
function pointerOf(name: string): string {
  const plain = name.trim();
  return plain.startsWith('/') ? plain : `/${plain.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
