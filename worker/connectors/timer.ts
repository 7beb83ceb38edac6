/** The time a vendor's requests are paced by. */
import type { Env } from '../env.ts';
import type { Timer } from './pace.ts';

/** From an instant on; where requests say what time it is, it passes only by being waited for. */
export function timerFrom(instant: number, { COMBINADO_CLOCK }: Pick<Env, 'COMBINADO_CLOCK'>): Timer {
  const began = Date.now();
  if (COMBINADO_CLOCK !== 'request')
    return { now: () => instant + Date.now() - began, wait: (ms) => scheduler.wait(ms) };
  let waited = 0;
  return {
    now: () => instant + waited,
    wait: async (ms) => {
      waited += ms;
    },
  };
}
