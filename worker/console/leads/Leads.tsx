import { useSession } from '../session.ts';
import { Page } from '../ui/Page.tsx';

export default function Leads() {
  const { words } = useSession();
  return <Page title={words.rooms.leads}>…</Page>;
}
