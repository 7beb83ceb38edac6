/** Connections: leads in by files and hooks, events out, persons and records, and what was done. */
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import type { Version } from '../../../shared/definitions/version.ts';
import type { Role } from '../../../shared/lead/vocabulary.ts';
import {
  type ConnectionsPart,
  connectionsWords,
  type ConnectionsWords,
} from '../../../shared/messages/consoleConnections/index.ts';
import type { When } from '../../../shared/ui/when.ts';
import { useQuery } from '../api/hooks.ts';
import { agreement } from '../api/resources.ts';
import type { RoomProps } from '../rooms.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Page } from '../ui/Page.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { Audit } from './Audit.tsx';
import { Imports } from './Imports.tsx';
import { Incoming } from './Incoming.tsx';
import { Outgoing } from './Outgoing.tsx';
import { Records } from './Records.tsx';
import { Systems } from './Systems.tsx';

/** What each part is given. */
export interface ConnectionsProps {
  readonly words: ConnectionsWords;
  readonly when: When;
  readonly version: Version;
  /** What of the part is open. */
  readonly of?: string | null;
}

const PARTS: readonly ConnectionsPart[] = ['imports', 'systems', 'incoming', 'outgoing', 'records', 'audit'];
const VIEWS = {
  imports: Imports,
  systems: Systems,
  incoming: Incoming,
  outgoing: Outgoing,
  records: Records,
  audit: Audit,
};

/** Files are anybody's who may bring leads; the rest is an admin's. */
const partsFor = (role: Role) => (role === 'admin' ? PARTS : PARTS.slice(0, 1));

export default function Connections({ part, of }: RoomProps) {
  const { me, words, language, messages } = useSession();
  const own = connectionsWords(language);
  const parts = partsFor(me.role);
  const here = parts.find((one) => one === part) ?? 'imports';
  const version = useQuery(agreement);
  const View = VIEWS[here];
  return (
    <Page title={`${words.rooms.connections}: ${own.parts[here]}`} heading={words.rooms.connections}>
      <Tabs
        label={words.rooms.connections}
        tabs={parts.map((one) => ({
          href: one === 'imports' ? '/console/connections' : `/console/connections/${one}`,
          label: own.parts[one],
          isHere: one === here,
        }))}
      />
      {version.value ? (
        <View
          words={own}
          version={version.value}
          of={of}
          when={{ offsets: workspaceCalendarOf(version.value).offsets, now: Date.now(), messages }}
        />
      ) : (
        <Awaited read={version} lines={8} />
      )}
    </Page>
  );
}
