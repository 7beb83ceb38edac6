/// <reference types="vite/client" />
/**
 * Every test a mutant has to get past, as one file: each mutant costs one start, not one per file. Told
 * examples come first, since they are quick and end it; then the laws. Left out is what Stryker's
 * threads cannot do, another process zone, and the two that ask a zone's data minute by minute.
 */
import.meta.glob(
  [
    '../shared/{sla,score,predicate,calendar,lead,stage,handoff}/**/*.test.ts',
    '!**/{processZone,oracle,offsets}.test.ts',
    '!**/{laws,clockLaws,timeLaws,closureMoves,lives}.test.ts',
  ],
  { eager: true },
);
import.meta.glob('../shared/**/{laws,clockLaws,timeLaws,closureMoves,lives}.test.ts', { eager: true });
