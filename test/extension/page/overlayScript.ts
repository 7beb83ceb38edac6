/** `inChromium.ts` and all it stands on as one script for a page. */
import { build } from 'vite';

export async function overlayScript(): Promise<string> {
  const entry = new URL('inChromium.ts', import.meta.url).pathname;
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'overlay' } },
  });
  const chunks = [built].flat().flatMap((part) => ('output' in part ? part.output : []));
  return chunks.find((chunk) => chunk.type === 'chunk')?.code ?? '';
}
