/** The project's own source files and what they import, read once for the tests that hold the house together. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export interface Source {
  /** Path from the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  /** What it imports: a project path for a relative import, else the specifier as written. */
  readonly imports: readonly string[];
  /** Those of them that are still there at run time: all but `import type`. */
  readonly runtimeImports: readonly string[];
}

export const ROOT = new URL('../..', import.meta.url).pathname;

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** Every path git would commit: tracked, or new and not ignored. */
export function projectFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
  });
  return listed
    .toString()
    .split('\n')
    .filter((path) => path && existsSync(join(ROOT, path)));
}

export function sources(): Source[] {
  return projectFiles()
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      const code = text.replace(/\/\*[\s\S]*?\*\//g, '');
      const found = [...code.matchAll(IMPORT)].map(([statement, from, dynamic]) => {
        const specifier = (from ?? dynamic ?? '').replace(/\?.*$/, '');
        const target = specifier.startsWith('.') ? normalize(join(dirname(path), specifier)) : specifier;
        return { target, runtime: !/^\s*(?:import|export)\s+type\s/.test(statement) };
      });
      return {
        path,
        text,
        lines: text.split('\n').length,
        imports: found.map(({ target }) => target),
        runtimeImports: found.filter(({ runtime }) => runtime).map(({ target }) => target),
      };
    });
}
