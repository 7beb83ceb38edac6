/**
 * What every printed sheet says in its margins: the workspace, what it is, and which page of how many.
 * A sheet of style of our own making, since the page's policy takes none from within the document.
 */
import { useEffect } from 'preact/hooks';

/** @param page the word before the number */
export function useRunningHead(workspace: string, what: string, page: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page {
      margin: 20mm 15mm 17mm;
      @top-left { content: ${quoted(workspace)}; font: 8.5pt sans-serif; color: #4a505c; }
      @top-right { content: ${quoted(what)}; font: 8.5pt sans-serif; color: #4a505c; }
      @bottom-right { content: ${quoted(`${page} `)} counter(page) " / " counter(pages); font: 8.5pt sans-serif; color: #4a505c; }
    }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [workspace, what, page]);
}

/** A CSS string, whatever is in the name. */
function quoted(text: string): string {
  const safe = [...text].map((letter) =>
    /[\p{L}\p{N} .,·–-]/u.test(letter) ? letter : `\\${letter.codePointAt(0)?.toString(16)} `,
  );
  return `"${safe.join('')}"`;
}

/** On paper nothing can be opened: what is folded away is unfolded for it, and folded again after. @param which as a selector */
export function useOpenOnPaper(which = 'details'): void {
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    let opened: HTMLDetailsElement[] = [];
    addEventListener(
      'beforeprint',
      () => {
        opened = [...document.querySelectorAll(which)].filter(
          (one): one is HTMLDetailsElement => one instanceof HTMLDetailsElement && !one.open,
        );
        for (const one of opened) one.open = true;
      },
      { signal },
    );
    addEventListener(
      'afterprint',
      () => {
        for (const one of opened) one.open = false;
        opened = [];
      },
      { signal },
    );
    return () => leaving.abort();
  }, []);
}
