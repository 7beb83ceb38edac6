/** Instants and steps of an imagined clock in words. */
import type { PolicyFormWords } from '../../../../../shared/messages/policyForm/words.ts';
import { localMsOf } from '../../../../../shared/sla/localTime.ts';
import type { CompiledCalendar } from '../../../../../shared/time.ts';
import { useSession } from '../../../session.ts';
import type { Simulated } from './simulate.ts';

/** "Mon 23 Nov 09:30", as its calendar's zone tells it. */
export function useInstant(): (at: number, calendar: CompiledCalendar) => string {
  const { format } = useSession();
  return (at, { offsets }) => {
    const offset = localMsOf(offsets, at) - at;
    return `${format.weekday(at, offset)} ${format.date(at, offset)} ${format.time(at, offset)}`;
  };
}

export function stepWords(step: Simulated['steps'][number], { sim, acts }: PolicyFormWords): string {
  if (step.kind === 'breach') return sim.breach;
  if (step.kind === 'warn') return acts[step.to];
  return acts[typeof step.do === 'string' ? step.do : step.do.notify];
}
