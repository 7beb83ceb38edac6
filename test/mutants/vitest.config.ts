/** The tests a mutant has to get past: those of the folders that are mutated, and of what is folded from them. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: { setupFiles: ['test/mutants/seed.ts'], include: ['test/mutants/tests.ts'] },
});
