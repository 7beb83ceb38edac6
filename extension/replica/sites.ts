/**
 * Where the overlay runs: the origins the person gave and no other (PRI2). The content script is
 * registered for them at runtime, and put into pages that are already open.
 */
import { browser } from 'wxt/browser';
import { MatchPattern } from 'wxt/utils/match-patterns';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { messagesFor } from '../../shared/messages/catalog.ts';
import type { SiteAccess } from '../messages.ts';
import { SITES } from '../sites/index.ts';

const SCRIPT_ID = 'overlay';
const SCRIPT_FILE = 'overlay.js';

/** A host that the agreement or the company names. */
export interface Wanted {
  readonly host: string;
  readonly name: string;
}

export interface Sites {
  granted(url: string): boolean;
  /** Match patterns of everything granted. */
  patterns(): readonly string[];
  /**
   * @param local whether the worker is on this machine: only then is there a sample to show.
   * @param wanted hosts that the agreement or the company names beside the sites everybody knows.
   */
  list(language: Language, local: boolean, wanted?: readonly Wanted[]): readonly SiteAccess[];
  /** Brings the registration in step with what is granted; tells which patterns came and went. */
  reconcile(): Promise<{ readonly came: readonly string[]; readonly left: readonly string[] }>;
  /** Puts the content script into open pages it is not in yet, e.g. after a grant or an update. */
  inject(patterns: readonly string[]): Promise<void>;
}

export async function openSites(): Promise<Sites> {
  let patterns = await grantedPatterns();
  const covers = (url: string) => patterns.some((pattern) => new MatchPattern(pattern).includes(url));
  return {
    granted: covers,
    patterns: () => patterns,
    list: (language, local, wanted = []) => listed(patterns, language, local, wanted),
    async reconcile() {
      const before = patterns;
      patterns = await grantedPatterns();
      await register(patterns);
      return {
        came: patterns.filter((pattern) => !before.includes(pattern)),
        left: before.filter((pattern) => !patterns.includes(pattern)),
      };
    },
    async inject(into) {
      if (into.length === 0) return;
      const tabs = await browser.tabs.query({ url: [...into] });
      await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : injectInto(id))));
    },
  };
}

async function grantedPatterns(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => /^https?:\/\//.test(origin) || origin.startsWith('*://')).toSorted();
}

async function register(patterns: readonly string[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (patterns.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = {
    id: SCRIPT_ID,
    js: [SCRIPT_FILE],
    matches: [...patterns],
    allFrames: true,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

async function injectInto(tabId: number): Promise<void> {
  // A tab may have closed, moved on or be an error page: then there is nothing to show chips on.
  await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, files: [SCRIPT_FILE as never] })
    .catch(() => undefined);
}

function listed(
  patterns: readonly string[],
  language: Language,
  local: boolean,
  wanted: readonly Wanted[],
): readonly SiteAccess[] {
  const { why } = messagesFor(language).options;
  const shown = SITES.filter(({ id, matches }) => matches.length > 0 && (local || id !== 'sample'));
  const known = shown.map((site) => {
    const origins = [...new Set(site.matches.map(originPattern))];
    return {
      id: site.id,
      name: site.name,
      origins,
      why: why[site.why],
      alone: site.why === 'chats',
      granted: origins.every((origin) => patterns.some((pattern) => includes(pattern, origin))),
    };
  });
  // Found at any address given below; those of a cloud's are among the ones above.
  const hosted = SITES.filter(({ matches }) => matches.length === 0).map(({ id, name }) => ({
    id,
    name,
    origins: [],
    why: why.hosted,
    granted: false,
  }));
  const asked = wanted
    .map(({ host, name }) => ({ name, origins: [`https://${host}/*`] }))
    .filter(({ origins: [origin] }) => !known.some(({ origins }) => origins.includes(origin ?? '')))
    .map((site) => ({
      id: `wanted:${site.name}`,
      ...site,
      why: why.wanted,
      granted: site.origins.every((origin) => patterns.some((pattern) => includes(pattern, origin))),
    }));
  // One address given of a site that has several stands by itself, where it can be taken back.
  const whole = [...known, ...asked].filter(({ granted }) => granted);
  const named = new Set(whole.flatMap(({ origins }) => origins));
  const own = patterns
    .filter((pattern) => !named.has(pattern))
    .map((pattern) => ({
      id: `own:${pattern}`,
      name: pattern.replace(/^[^:]*:\/\//, '').replace(/\/\*$/, ''),
      origins: [pattern],
      why: why.own,
      granted: true,
    }));
  return [...known, ...hosted, ...asked, ...own];
}

/** Browsers give whole origins; a path in a pattern only says where the overlay has something to do. */
function originPattern(pattern: string): string {
  return pattern.replace(/^([^:]+:\/\/[^/]+)\/.*$/, '$1/*');
}

/** Whether a granted pattern covers a wanted one: the same, or the same with a wider host. */
function includes(granted: string, wanted: string): boolean {
  const host = wanted.replace(/^[^:]+:\/\/(\*\.)?/, '').replace(/\/\*$/, '');
  const scheme = wanted.startsWith('http:') ? 'http' : 'https';
  return granted === wanted || new MatchPattern(granted).includes(`${scheme}://${host}/`);
}
