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
      {said?.back ? (
        <button type="button" onClick={said.back}>
          {words.undo}
        </button>
      ) : null}
    </div>
  );
}
