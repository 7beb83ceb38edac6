/** A share as a bar beside its number; the number is what is read. */
interface Props {
  /** 0–1. */
  readonly share: number | null;
  readonly tone?: 'ok' | 'risk' | 'late' | '';
}

export function Bar({ share, tone = '' }: Props) {
  const width = Math.min(100, Math.max(0, (share ?? 0) * 100));
  return (
    <span class={tone === '' ? 'bar' : `bar tone-${tone}`} aria-hidden="true">
      <i style={{ width: `${width}%` }} />
    </span>
  );
}
