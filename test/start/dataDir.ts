/**
 * What the first run keeps between starts, all under one folder that git ignores: the worker's
 * databases, the browser's profile, the setup token and who was created.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';

const Sample = z.object({
  language: z.enum(LANGUAGES),
  workspaceId: z.string(),
  adminToken: z.string(),
  rep: z.string(),
  leads: z.record(z.string(), z.string()),
  /** Port of the last start: the browser's profile remembers the worker by it. */
  port: z.int(),
  /** Whether the profile was connected to the end. */
  connected: z.boolean(),
});
export type KeptSample = z.infer<typeof Sample>;

export interface DataDir {
  readonly workerDir: string;
  readonly profile: string;
  readonly pictures: string;
  readonly setupToken: string;
  /** The token was made now, so it has to be told. */
  readonly isNewToken: boolean;
  /** What an earlier start created; undefined when none finished. */
  readSample(): KeptSample | undefined;
  writeSample(sample: KeptSample): void;
}

/**
 * @param root folder given by `--data`
 * @param part `sample` or `serve`: the two never share a workspace
 */
export function openDataDir(root: string, part: 'sample' | 'serve'): DataDir {
  const dir = join(root, part);
  mkdirSync(dir, { recursive: true });
  const marker = join(dir, 'sample.json');
  // A start that was interrupted left half a workspace: begin again.
  if (part === 'sample' && !existsSync(marker)) rmSync(dir, { recursive: true, force: true });
  const workerDir = join(dir, 'worker');
  mkdirSync(workerDir, { recursive: true });
  const { token, isNew } = tokenIn(join(dir, 'setup-token'));
  return {
    workerDir,
    profile: join(dir, 'profile'),
    pictures: join(dir, 'pictures'),
    setupToken: token,
    isNewToken: isNew,
    readSample: () =>
      existsSync(marker) ? Sample.parse(JSON.parse(readFileSync(marker, 'utf8'))) : undefined,
    writeSample: (sample) => writeSecret(marker, JSON.stringify(sample, null, 2)),
  };
}

function tokenIn(file: string): { readonly token: string; readonly isNew: boolean } {
  if (existsSync(file)) return { token: readFileSync(file, 'utf8').trim(), isNew: false };
  const token = randomBytes(24).toString('base64url');
  writeSecret(file, `${token}\n`);
  return { token, isNew: true };
}

/** Readable by its owner only, and never half written. */
function writeSecret(file: string, text: string): void {
  const fresh = `${file}.new`;
  writeFileSync(fresh, text, { mode: 0o600 });
  chmodSync(fresh, 0o600);
  renameSync(fresh, file);
}
