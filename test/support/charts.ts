/**
 * Every drawing as whoever does not see it has it: a sentence in place of the picture, the picture itself
 * out of the way, and a table behind it whose rows and columns are named and whose cells all say something.
 */
import type { Page } from '@playwright/test';

/** What is wrong with the charts that are there now, one line each. */
export function chartFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('svg[class^=plot], .chart')].flatMap((found) => {
      const chart = found.closest('.chart');
      if (chart === null) return ['a drawing without a table behind it'];
      if (found !== chart) return [];
      const picture = chart.querySelector('[role=img]');
      const label = picture?.getAttribute('aria-label') ?? '';
      const says = (what: string, holds: boolean) =>
        holds ? [] : [`chart "${label.slice(0, 60)}": ${what}`];
      const drawings = [...chart.querySelectorAll('svg')];
      const rows = [...chart.querySelectorAll('tbody tr')];
      const heads = [...chart.querySelectorAll('thead th')];
      const isSaid = (cell: Element) => !/^\s*$|undefined|NaN|null|Invalid/.test(cell.textContent ?? '');
      return [
        ...says('no sentence', label.length > 12 && !/undefined|NaN|null|Invalid/.test(label)),
        ...says('is drawn twice', drawings.length <= 1),
        ...says(
          'is read out point by point',
          drawings.every((one) => one.getAttribute('aria-hidden') === 'true'),
        ),
        ...says('has no table behind it', chart.querySelector('details table') !== null),
        ...says(
          'columns without a name',
          heads.length > 1 && heads.every((head) => head.getAttribute('scope') === 'col' && isSaid(head)),
        ),
        ...says('no rows', rows.length > 0),
        ...says(
          'rows without a name',
          rows.every((row) => row.querySelector('th[scope=row]') !== null),
        ),
        ...says(
          'cells that say nothing',
          rows.every((row) => [...row.children].every(isSaid)),
        ),
        ...says(
          'cells without a column',
          rows.every((row) => row.children.length === heads.length),
        ),
      ];
    }),
  );
}
