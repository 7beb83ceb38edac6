/**
 * The rooms of the console, in the order of the menu. A room is a folder, a line here, and its words in
 * a folder of `shared/messages/`; its code is loaded when somebody enters it. A room is in the menu once
 * it works.
 */
import type { ComponentType } from 'preact';
import type { Role } from '../../shared/lead/vocabulary.ts';
import type { ConsoleWords } from '../../shared/messages/console/index.ts';

export interface RoomProps {
  /** `/console/<room>/<part>/<of>`: what is open in it. */
  readonly part: string | null;
  readonly of: string | null;
}

export interface Room {
  /** Its path after `/console/`; one inside another's has a door, and code, of its own. */
  readonly path: string;
  readonly title: keyof ConsoleWords['rooms'];
  readonly load: () => Promise<{ readonly default: ComponentType<RoomProps> }>;
  /** Everybody when left out. */
  readonly roles?: readonly Role[];
}

export const HOME = 'today';

export const ROOMS: readonly Room[] = [
  { path: HOME, title: 'today', load: () => import('./today/Today.tsx') },
  { path: 'my-day', title: 'myDay', load: () => import('./myDay/MyDay.tsx'), roles: ['sdr', 'manager'] },
  { path: 'leads', title: 'leads', load: () => import('./leads/Leads.tsx') },
  { path: 'agreement', title: 'agreement', load: () => import('./agreement/Agreement.tsx') },
  {
    path: 'agreement/draft',
    title: 'agreement',
    load: async () => ({ default: (await import('./draft/Draft.tsx')).Draft }),
    roles: ['admin', 'manager', 'marketer'],
  },
  {
    path: 'agreement/first-week',
    title: 'agreement',
    load: async () => ({ default: (await import('./firstWeek/FirstWeek.tsx')).FirstWeek }),
    roles: ['admin', 'manager', 'marketer'],
  },
  {
    path: 'agreement/targets',
    title: 'agreement',
    load: async () => ({ default: (await import('./targets/Targets.tsx')).Targets }),
  },
  { path: 'closed-loop', title: 'closedLoop', load: () => import('./loop/Loop.tsx') },
  {
    path: 'agreement/proposals',
    title: 'agreement',
    load: () => import('./review/Proposals.tsx'),
  },
  {
    path: 'agreement/sessions',
    title: 'agreement',
    load: () => import('./review/Sessions.tsx'),
  },
  {
    path: 'agreement/review',
    title: 'agreement',
    load: () => import('./review/Review.tsx'),
  },
  { path: 'team', title: 'team', load: () => import('./team/Team.tsx') },
  {
    path: 'connections',
    title: 'connections',
    load: () => import('./connections/Connections.tsx'),
    roles: ['admin', 'manager', 'marketer'],
  },
];

export function roomAt(path: string): { readonly room: Room; readonly props: RoomProps } | null {
  const [, name = HOME, ...rest] = path.split('/').filter(Boolean).map(decodeURIComponent);
  const inner = ROOMS.find((one) => one.path === `${name}/${rest[0]}`);
  const room = inner ?? ROOMS.find((one) => one.path === name);
  if (!room) return null;
  const [part = null, of = null] = inner ? rest.slice(1) : rest;
  return { room, props: { part, of } };
}

/** What the menu lists: the rooms themselves, not those inside another. */
export function roomsFor(role: Role): readonly Room[] {
  return ROOMS.filter(({ path, roles }) => !path.includes('/') && (roles?.includes(role) ?? true));
}
