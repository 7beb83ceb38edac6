/** What the room "Team" says: people, teams, being away, closed days, and what acts for whom. */
import type { Role, Side } from '../../lead/vocabulary.ts';
import type { Forms } from '../format.ts';

export type TeamPart = 'people' | 'teams' | 'absences' | 'closures' | 'devices';

export interface TeamWords {
  readonly parts: Readonly<Record<TeamPart, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly sides: Readonly<Record<Side, string>>;
  readonly save: string;
  readonly copy: string;
  readonly copied: string;
  readonly name: string;
  readonly role: string;
  readonly side: string;
  readonly team: string;
  readonly noTeam: string;
  readonly people: {
    readonly about: Forms;
    readonly add: string;
    readonly change: string;
    readonly changeOf: (name: string) => string;
    readonly invite: string;
    readonly inviteOf: (name: string) => string;
    readonly inviteLink: string;
    /** `until`: "Mon 09:00". */
    readonly inviteHint: (until: string) => string;
    readonly perDay: string;
    readonly perDayHint: string;
    readonly noLimit: string;
    readonly email: string;
    readonly emailHint: string;
    readonly hours: string;
    readonly hoursHint: string;
    readonly leaves: string;
    readonly leavesHint: string;
    readonly comesBack: string;
    readonly away: (until: string) => string;
    readonly left: string;
    readonly showLeft: string;
    readonly roleHints: Readonly<Record<Role, string>>;
  };
  readonly teams: {
    readonly about: string;
    readonly add: string;
    readonly changeOf: (name: string) => string;
    readonly manager: string;
    readonly nobody: string;
    readonly members: string;
    readonly empty: string;
  };
  readonly absences: {
    readonly about: string;
    readonly add: string;
    readonly who: string;
    readonly from: string;
    readonly until: string;
    readonly reason: string;
    readonly reasonHint: string;
    readonly end: string;
    readonly endOf: (name: string) => string;
    readonly give: string;
    readonly giveOf: (name: string) => string;
    readonly waiting: Forms;
    readonly given: Forms;
    readonly stayed: Forms;
    readonly empty: string;
  };
  readonly closures: {
    readonly about: string;
    readonly add: string;
    readonly whom: string;
    readonly everybody: string;
    readonly start: string;
    readonly end: string;
    readonly reason: string;
    readonly reasonHint: string;
    readonly withdraw: string;
    readonly withdrawn: string;
    readonly by: (name: string) => string;
    readonly empty: string;
    readonly looking: string;
  };
  readonly devices: {
    readonly about: string;
    readonly device: string;
    readonly seen: string;
    readonly since: string;
    readonly here: string;
    readonly kinds: Readonly<Record<'token' | 'session', string>>;
    readonly revoke: string;
    readonly revokeOf: (label: string, name: string) => string;
    readonly revokeAll: string;
    readonly revokedAll: string;
    readonly feed: string;
    readonly feedAbout: string;
    readonly makeFeed: string;
    readonly feedLink: string;
    readonly feedHint: string;
    readonly closeFeed: string;
    readonly feedClosed: string;
  };
}
