/** Which of the sites a page may be it is: the first whose signs stand on it. */
import type { Site } from './site.ts';

export function siteOn<S extends Site>(document: Document, sites: readonly S[]): S | undefined {
  return sites.find(({ signs }) => signs === undefined || document.querySelector(signs) !== null);
}
