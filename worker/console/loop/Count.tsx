/** A number that opens its leads; nothing to open where it is nought. */
import { useSession } from '../session.ts';

export function Count({ n, to }: { readonly n: number; readonly to: string }) {
  const { format } = useSession();
  return n === 0 ? <span class="soft">0</span> : <a href={to}>{format.number(n)}</a>;
}
