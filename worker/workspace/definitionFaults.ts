/** What keeps a body from being published, all at once, each with its pointer (DEF1, PRD1, CAL2). */
import type { Definitions } from '../../shared/definitions/definitions.ts';
import { calendarErrors, type Fault } from './calendarErrors.ts';

/** A version travels whole in one page of a pull, beside its compiled calendars (SYN4). */
export const VERSION_BYTES = 800 * 1024;

export function definitionFaults(body: Definitions, now: number): Fault[] {
  return faultsOf(body, now).map(({ pointer, detail }) => ({ pointer: `/definitions${pointer}`, detail }));
}

function faultsOf(body: Definitions, now: number): Fault[] {
  const calendar = (id: string, pointer: string): Fault[] =>
    Object.hasOwn(body.calendars, id) ? [] : [{ pointer, detail: `no calendar is called "${id}"` }];
  const stage = (id: string | undefined, pointer: string): Fault[] =>
    id === undefined || body.stages.some((one) => one.id === id)
      ? []
      : [{ pointer, detail: `no stage is called "${id}"` }];
  return [
    ...Object.entries(body.calendars).flatMap(([id, one]) =>
      calendarErrors(one, `/calendars/${pointerPart(id)}`, now),
    ),
    ...calendar(body.workspaceCalendar, '/workspaceCalendar'),
    ...body.policies.flatMap((policy, index) => [
      ...calendar(policy.calendar, `/policies/${index}/calendar`),
      ...stage(policy.stage, `/policies/${index}/stage`),
    ]),
    ...stage(body.handoff.stage, '/handoff/stage'),
    ...stage(body.handoff.acceptedStage, '/handoff/acceptedStage'),
    ...doubles(body, 'stages'),
    ...doubles(body, 'policies'),
    ...doubles(body, 'fields'),
    ...doubles(body, 'signals'),
    ...doubles(body, 'segments'),
  ];
}

function doubles(
  body: Definitions,
  list: 'stages' | 'policies' | 'fields' | 'signals' | 'segments',
): Fault[] {
  const ids = body[list].map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [{ pointer: `/${list}/${index}/id`, detail: `"${id}" is there twice` }],
  );
}

/** RFC 6901. */
function pointerPart(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
