/**
 * `node test/support/writeApiFiles.ts FOLDER`: loads the worker's app outside of workerd, and writes what
 * it says of itself. `openapi.json` comes last: it tells that all of them are there.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUSINESSES } from '../../shared/definitions/business.ts';
import { definitionsJsonSchema } from '../../shared/definitions/jsonSchema.ts';
import { starterFor } from '../../shared/definitions/starters.ts';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'cloudflare:workers'
      ? { url: new URL('../faults/cloudflareWorkers.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
  // Migrations, as wrangler's text rule gives them to the worker.
  load: (url, context, next) =>
    url.endsWith('.sql')
      ? {
          format: 'module',
          source: `export default ${JSON.stringify(readFileSync(fileURLToPath(url), 'utf8'))};`,
          shortCircuit: true,
        }
      : next(url, context),
});
/** By address, since nothing here knows workerd's types. */
const worker = (file: string) => import(new URL(`../../worker/${file}`, import.meta.url).href);
const { app } = (await worker('app.ts')) as { app: unknown };
const { openApiDocument } = (await worker('api/document.ts')) as {
  openApiDocument: (app: unknown) => unknown;
};

const [, , folder = ''] = process.argv;
mkdirSync(join(folder, 'starters'), { recursive: true });

/** Whole or not at all: a worker may be serving it. */
function write(name: string, content: unknown): void {
  const path = join(folder, name);
  writeFileSync(`${path}.${process.pid}`, JSON.stringify(content));
  renameSync(`${path}.${process.pid}`, path);
}

for (const business of BUSINESSES)
  for (const language of LANGUAGES)
    write(`starters/${business}.${language}.json`, starterFor(business, language));
write('definitions.schema.json', definitionsJsonSchema());
write('openapi.json', openApiDocument(app));
