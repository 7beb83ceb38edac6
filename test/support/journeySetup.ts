/** Once before all journeys: the browser found, the extension built, the worker bundled. */
import type { TestProject } from 'vitest/node';
import { ensureChromium } from './chromium.ts';
import { buildExtension } from './extensionBuild.ts';
import { bundleWorker, WITH_SAMPLE } from './worker.ts';

interface Prepared {
  readonly executable: string;
  /** Folder of the built extension. */
  readonly extension: string;
  /** Folder of the bundled worker with the sample's pages. */
  readonly bundle: string;
  /** Why no browser journey can run here; empty when they can. */
  readonly missing: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    journeys: Prepared;
  }
}

export default function setup(project: TestProject): void {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const found = ensureChromium(say);
  const built = buildExtension(say);
  if ('failed' in built) throw new Error(`The extension does not build:\n${built.failed}`);
  project.provide('journeys', {
    executable: 'path' in found ? found.path : '',
    extension: built.folder,
    bundle: bundleWorker(WITH_SAMPLE),
    missing: 'missing' in found ? found.missing : '',
  });
}
