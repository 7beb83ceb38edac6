/**
 * Says again, at the end of a run, which journeys could not run on this machine and why, so that a
 * green run never hides what it did not look at.
 */
import type { Reporter, TestModule } from 'vitest/node';

export default class Skipped implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = modules.flatMap((module) =>
      [...module.children.allTests('skipped')].flatMap((test) => {
        const result = test.result();
        const note = result.state === 'skipped' ? result.note : undefined;
        return note ? [`skipped: ${test.fullName}: ${note}`] : [];
      }),
    );
    if (lines.length > 0) process.stdout.write(`\n${[...new Set(lines)].join('\n')}\n`);
  }
}
