/** How a deed went, said once to everybody, with the way back where there is one. */
import { useSession } from '../session.ts';
import type { Said } from './useDoing.ts';

export function SaidLine({ said }: { readonly said: Said | null }) {
  const { words } = useSession();
  return (
    <div class="said-line" data-said={said ? '' : undefined}>
      <p role="status" class={said && said.tone !== 'rest' ? `tone-${said.tone}` : ''}>
        {said?.text}
      </p>
      {said?.long ? <Progress long={said.long} text={said.text} /> : null}
      {said?.back ? (
        <button type="button" onClick={said.back}>
          {words.undo}
        </button>
      ) : null}
    </div>
  );
}

/** How far it is; not read out at every step. */
function Progress({ long: { done, of, stop }, text }: { long: NonNullable<Said['long']>; text: string }) {
  const { words, format } = useSession();
  return (
    <>
      <progress aria-label={text} max={of ?? undefined} value={of === null ? undefined : done} />
      <span class="n">
        {format.number(done)}
        {of === null ? null : ` / ${format.number(of)}`}
      </span>
      <button type="button" onClick={stop}>
        {words.cancel}
      </button>
    </>
  );
}
