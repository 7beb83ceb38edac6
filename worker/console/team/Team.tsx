/** Team: who is here in which role, who is away, what was closed, and what acts for whom. */
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { type TeamPart, teamWords, type TeamWords } from '../../../shared/messages/consoleTeam/index.ts';
import type { When } from '../../../shared/ui/when.ts';
import { useQuery } from '../api/hooks.ts';
import { agreement } from '../api/resources.ts';
import type { RoomProps } from '../rooms.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Page } from '../ui/Page.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { Absences } from './Absences.tsx';
import { Closures } from './Closures.tsx';
import { Devices } from './Devices.tsx';
import { People } from './People.tsx';
import { Teams } from './Teams.tsx';

/** What each part is given. */
export interface TeamProps {
  readonly words: TeamWords;
  /** Instants are said, and chosen, by the workspace's own calendar. */
  readonly when: When;
}

const PARTS: readonly TeamPart[] = ['people', 'teams', 'absences', 'closures', 'devices'];
const VIEWS = { people: People, teams: Teams, absences: Absences, closures: Closures, devices: Devices };

export default function Team({ part }: RoomProps) {
  const { words, language, messages } = useSession();
  const own = teamWords(language);
  const here = PARTS.find((one) => one === part) ?? 'people';
  const version = useQuery(agreement);
  const View = VIEWS[here];
  return (
    <Page title={`${words.rooms.team}: ${own.parts[here]}`} heading={words.rooms.team}>
      <Tabs
        label={words.rooms.team}
        tabs={PARTS.map((one) => ({
          href: one === 'people' ? '/console/team' : `/console/team/${one}`,
          label: own.parts[one],
          isHere: one === here,
        }))}
      />
      {version.value ? (
        <View
          words={own}
          when={{
            offsets: workspaceCalendarOf(version.value).offsets,
            now: Date.now(),
            messages,
          }}
        />
      ) : (
        <Awaited read={version} lines={8} />
      )}
    </Page>
  );
}
