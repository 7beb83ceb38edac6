import { useSession } from '../session.ts';
import { Page } from '../ui/Page.tsx';

export default function Agreement() {
  const { words } = useSession();
  return <Page title={words.rooms.agreement}>…</Page>;
}
