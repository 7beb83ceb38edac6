/** The tests a mutant has to get past: those of the folders that are mutated, and of what is folded from them. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    // The same cases for every mutant, so that what covers it does not change on the way.
    setupFiles: ['test/support/seed.ts'],
    include: ['test/shared/{sla,score,predicate,calendar,lead,stage,handoff}/**/*.test.ts'],
    // Stryker runs tests in threads, which cannot be told another process zone.
    exclude: ['test/shared/sla/processZone.test.ts', 'test/shared/calendar/oracle.test.ts'],
  },
});
