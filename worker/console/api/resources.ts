/** What every room may ask of the workspace; a room's own questions are in the room. */
import { Version } from '../../../shared/definitions/version.ts';
import { MembersResponse, MeResponse, TeamsResponse } from '../../../shared/protocol/people.ts';
import { Room } from '../../../shared/protocol/room.ts';
import { VersionsResponse } from '../../../shared/protocol/versions.ts';
import type { Room as RoomType } from '../../../shared/lead/room.ts';
import type { Resource } from './cache.ts';
import { request } from './request.ts';

export const me: Resource<MeResponse> = {
  key: 'me',
  load: (signal) => request(MeResponse, 'GET /v1/me', { signal }),
};

export const members: Resource<MembersResponse> = {
  key: 'members',
  load: (signal) => request(MembersResponse, 'GET /v1/members', { signal }),
};

export const teams: Resource<TeamsResponse> = {
  key: 'teams',
  load: (signal) => request(TeamsResponse, 'GET /v1/teams', { signal }),
};

/** The agreement in force, with its calendars compiled. */
export const agreement: Resource<Version> = {
  key: 'agreement',
  load: (signal) => request(Version, 'GET /v1/definitions/current', { signal }),
};

/** A published version never changes. */
export function versionNumbered(version: number): Resource<Version> {
  return {
    key: `agreement/${version}`,
    still: true,
    load: (signal) => request(Version, `GET /v1/definitions/${version}`, { signal }),
  };
}

/** Several of them, for what was promised before the agreement in force. */
export function versionsNumbered(numbers: readonly number[]): Resource<readonly Version[]> {
  return {
    key: `agreements/${numbers.join()}`,
    still: true,
    async load(signal, onProgress) {
      const answers = await Promise.all(numbers.map((one) => versionNumbered(one).load(signal, onProgress)));
      const failed = answers.find((answer) => !answer.ok);
      if (failed && !failed.ok) return failed;
      return { ok: true, value: answers.flatMap((one) => (one.ok ? [one.value] : [])), etag: null };
    },
  };
}

/** Published versions without what is in them, newest first. */
export const versions: Resource<VersionsResponse> = {
  key: 'versions',
  load: (signal) => request(VersionsResponse, 'GET /v1/definitions', { signal }),
};

/** Members with their log, teams and calendars: what leads are folded by. */
export const room: Resource<RoomType> = {
  key: 'room',
  load: (signal) => request(Room, 'GET /v1/room', { signal }),
};
