/**
 * Axe, put into a page once and then asked where it stands: of many looks at one screen each costs a
 * fifth of what bringing axe along every time does. For pages without frames.
 */
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

/** Only these rules, or all but those turned off; all where nothing is said. */
export interface Asked {
  readonly runOnly?: readonly string[];
  readonly rules?: Readonly<Record<string, { readonly enabled: false }>>;
}

interface Axe {
  readonly run: (
    of: Document,
    options: { readonly resultTypes: readonly ['violations'] } & Asked,
  ) => Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }>;
}

declare global {
  interface Window {
    readonly axe?: Axe;
  }
}

/** The one the project's own axe is made of. */
const { source } = createRequire(import.meta.resolve('@axe-core/playwright'))('axe-core') as {
  readonly source: string;
};

/** What axe finds, one line each. */
export async function faultsOf(page: Page, asked: Asked = {}): Promise<readonly string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(source);
  return page.evaluate(async (rules) => {
    const found = await window.axe?.run(document, { resultTypes: ['violations'], ...rules });
    if (!found) throw new Error('axe is not in the page');
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`,
    );
  }, asked);
}
