/** The calendars of an agreement, compiled, without what managers have declared closed (CAL3, CAL7). */
import { withClosures } from '../../../shared/calendar/closure.ts';
import { compileCalendar, compileRange } from '../../../shared/calendar/compile.ts';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { CompiledCalendar } from '../../../shared/time.ts';
import { closuresOf } from './closureRows.ts';
import type { Work } from '../work.ts';

export function compileAgreement(
  work: Work,
  { calendars }: Pick<Definitions, 'calendars'>,
  at: number,
): Record<string, CompiledCalendar> {
  const { from, to } = compileRange(at);
  return Object.fromEntries(
    Object.entries(calendars).map(([id, calendar]) => {
      const compiled = compileCalendar(id, calendar, from, to, 1);
      const closures = closuresOf(work, id);
      return [id, closures.length === 0 ? compiled : withClosures(compiled, closures, 1)];
    }),
  );
}
