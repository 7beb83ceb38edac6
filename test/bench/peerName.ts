/** A peer as a row names it: package and the version measured. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/sources.ts';

export function peerName(name: string): string {
  const file = join(ROOT, 'node_modules', name, 'package.json');
  return `${name} ${JSON.parse(readFileSync(file, 'utf8')).version}`;
}
