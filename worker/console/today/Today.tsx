import { useSession } from '../session.ts';
import { Page } from '../ui/Page.tsx';

export default function Today() {
  const { words } = useSession();
  return <Page title={words.rooms.today}>…</Page>;
}
