/** What the room "Team" reads and does. */
import * as z from 'zod';
import {
  InviteResponse,
  type MemberChange,
  type MemberRequest,
  type TeamRequest,
} from '../../../shared/protocol/api.ts';
import {
  type AbsenceRequest,
  AbsenceResponse,
  AbsencesResponse,
  AbsenceView,
  RedistributeResponse,
} from '../../../shared/protocol/absences.ts';
import { type ClosureRequest, ClosureResponse, ClosuresResponse } from '../../../shared/protocol/closures.ts';
import { DevicesResponse, MemberView, TeamView } from '../../../shared/protocol/people.ts';
import type { Resource } from '../api/cache.ts';
import { request } from '../api/request.ts';

const Created = z.object({ id: z.string() });
const Nothing = z.unknown();
const Feed = z.object({ url: z.string().nullable() });

export const absences: Resource<z.infer<typeof AbsencesResponse>> = {
  key: 'absences',
  load: (signal) => request(AbsencesResponse, 'GET /v1/absences', { signal }),
};

/** With the clocks that run for whoever is away. */
export function absenceOf(id: string): Resource<AbsenceResponse> {
  return {
    key: `absences/${id}`,
    load: (signal) => request(AbsenceResponse, `GET /v1/absences/${id}`, { signal }),
  };
}

export const closures: Resource<ClosuresResponse> = {
  key: 'closures',
  load: (signal) => request(ClosuresResponse, 'GET /v1/closures', { signal }),
};

export const devices: Resource<DevicesResponse> = {
  key: 'devices',
  load: (signal) => request(DevicesResponse, 'GET /v1/devices', { signal }),
};

export const addMember = (body: MemberRequest, key: string) =>
  request(Created, 'POST /v1/members', { body, key });
export const changeMember = ({ id, change }: { id: string; change: MemberChange }, key: string) =>
  request(MemberView, `PATCH /v1/members/${id}`, { body: change, key });
export const inviteMember = (memberId: string, key: string) =>
  request(InviteResponse, 'POST /v1/invites', { body: { memberId }, key });
export const saveTeam = (body: TeamRequest, key: string) =>
  request(TeamView, 'POST /v1/teams', { body, key });
export const addAbsence = (body: AbsenceRequest, key: string) =>
  request(AbsenceResponse, 'POST /v1/absences', { body, key });
export const endAbsence = (id: string, key: string) =>
  request(AbsenceView, `POST /v1/absences/${id}/end`, { key });
export const redistribute = (id: string, key: string) =>
  request(RedistributeResponse, `POST /v1/absences/${id}/redistribute`, { key });
export const declareClosure = (body: ClosureRequest, key: string) =>
  request(ClosureResponse, 'POST /v1/closures', { body, key });
export const withdrawClosure = (id: string, key: string) =>
  request(ClosureResponse, `DELETE /v1/closures/${id}`, { key });
export const revokeDevice = (id: string, key: string) =>
  request(Nothing, `DELETE /v1/devices/${id}`, { key });
export const revokeMine = (_: null, key: string) => request(Nothing, 'DELETE /v1/devices', { key });
export const makeFeed = (_: null, key: string) => request(Feed, 'POST /v1/me/calendar-feed', { key });
export const closeFeed = (_: null, key: string) => request(Nothing, 'DELETE /v1/me/calendar-feed', { key });
