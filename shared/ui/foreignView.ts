/** Somebody else's lead, as far as anybody may know of it: stage, owner, last touch (ACC3). */
export interface ForeignView {
  readonly language: 'en' | 'pt-BR' | 'es';
  /** First name; null when nobody owns it. */
  readonly owner: string | null;
  readonly stage: string;
  /** "yesterday 14:05" and who; null when nobody was in touch. */
  readonly touch: { readonly when: string; readonly who: string } | null;
}
