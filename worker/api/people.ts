/** Members, teams, devices, absences, meetings. */
import * as z from 'zod';
import { ROLES, SIDES } from '../../shared/lead/vocabulary.ts';
import {
  AbsenceResponse,
  AbsencesResponse,
  AbsenceView,
  RedistributeResponse,
} from '../../shared/protocol/absences.ts';
import { RotateResponse } from '../../shared/protocol/device.ts';
import { DevicesResponse, MembersResponse, MemberView } from '../../shared/protocol/people.ts';
import {
  DecisionView,
  ProposalsResponse,
  ProposalView,
  SessionResponse,
  SessionsResponse,
} from '../../shared/protocol/proposals.ts';
import { DayResponse } from '../../shared/protocol/day.ts';
import { RecordedResponse } from '../../shared/protocol/recorded.ts';
import { SealResponse, UnsealResponse } from '../../shared/protocol/seal.ts';
import { Room } from '../../shared/protocol/room.ts';
import type { About } from './described.ts';

const Id = z.object({ id: z.string() });
const Team = z.object({
  id: z.string(),
  label: z.string(),
  side: z.enum(SIDES),
  manager: z.string().nullable(),
  calendar: z.string().nullable(),
});
export const ABOUT_PEOPLE = {
  'GET /v1/me': {
    summary: 'Who you are here',
    answer: z.looseObject({
      memberId: z.string(),
      name: z.string(),
      role: z.enum(ROLES),
      side: z.enum(SIDES),
    }),
  },
  'GET /v1/me/day': {
    summary: 'Whom to call where, of the leads you owe something, and what you did today',
    answer: DayResponse,
  },
  'GET /v1/me/recorded': {
    summary: 'What is recorded about you, who sees it and for how long',
    answer: RecordedResponse,
  },
  'GET /v1/me/seal': {
    summary: 'What your devices seal with what waits after you sign out',
    answer: SealResponse,
  },
  'POST /v1/me/unseal': { summary: 'The key of what one of your devices sealed', answer: UnsealResponse },
  'GET /v1/members': { summary: 'Members of the workspace', answer: MembersResponse },
  'POST /v1/members': { summary: 'Add a member', status: 201, answer: Id },
  'PATCH /v1/members/:id': {
    summary:
      'Change a member from now on: name, role, side, team, hours, capacity, address, whether they are here',
    answer: MemberView,
  },
  'GET /v1/room': {
    summary: 'Members with the log of their hours and absences, teams, calendars',
    answer: Room,
  },
  'GET /v1/teams': { summary: 'Teams', answer: z.object({ teams: z.array(Team) }) },
  'POST /v1/teams': { summary: 'Add a team, or replace the one of that id', answer: Team },
  'GET /v1/devices': { summary: 'What acts for you', answer: DevicesResponse },
  'DELETE /v1/devices': { summary: 'Revoke every device of a member', status: 204 },
  'POST /v1/devices/rotate': { summary: 'Take a new token for this device', answer: RotateResponse },
  'DELETE /v1/devices/:id': { summary: 'Revoke a device', status: 204 },
  'DELETE /v1/session': { summary: 'Sign out', status: 204 },
  'GET /v1/absences': { summary: 'Who is away when', answer: AbsencesResponse },
  'POST /v1/absences': {
    summary: 'Mark somebody away, and list the clocks that run meanwhile',
    status: 201,
    answer: AbsenceResponse,
  },
  'GET /v1/absences/:id': { summary: 'One absence and its clocks', answer: AbsenceResponse },
  'POST /v1/absences/:id/end': { summary: 'Somebody is back', answer: AbsenceView },
  'POST /v1/absences/:id/redistribute': {
    summary: 'Give the leads of somebody away to others',
    answer: RedistributeResponse,
  },
  'POST /v1/me/calendar-feed': {
    summary: 'Make a private calendar feed of what you owe; its address is shown once',
    status: 201,
    answer: z.object({ url: z.string().nullable() }),
  },
  'DELETE /v1/me/calendar-feed': { summary: 'Close your calendar feed', status: 204 },
  'GET /v1/calendar/:feed': {
    summary: 'The feed itself: due times and links, no names',
    media: ['text/calendar'],
  },
  'GET /v1/proposals': { summary: 'Changes that were proposed', answer: ProposalsResponse },
  'POST /v1/proposals': { summary: 'Propose a change', status: 201, answer: ProposalView },
  'GET /v1/proposals/:id': { summary: 'One proposal', answer: ProposalView },
  'POST /v1/proposals/:id/vote': { summary: 'Vote, or take the vote back', answer: ProposalView },
  'POST /v1/proposals/:id/withdraw': { summary: 'Withdraw a proposal of yours', answer: ProposalView },
  'GET /v1/sessions': { summary: 'Meetings about the agreement', answer: SessionsResponse },
  'POST /v1/sessions': {
    summary: 'Open a meeting: open proposals are its agenda',
    status: 201,
    answer: SessionResponse,
  },
  'GET /v1/sessions/:id': { summary: 'One meeting with its agenda and decisions', answer: SessionResponse },
  'PATCH /v1/sessions/:id': {
    summary: 'Write down notes, who was there and who led it',
    answer: SessionResponse,
  },
  'POST /v1/sessions/:id/agenda': {
    summary: 'Make the rest of the agenda anew: contests, breaches, goals missed, leaks',
    answer: SessionResponse,
  },
  'POST /v1/sessions/:id/decisions': { summary: 'Write a decision down', status: 201, answer: DecisionView },
  'POST /v1/sessions/:id/close': { summary: 'Close a meeting', answer: SessionResponse },
} as const satisfies About;
