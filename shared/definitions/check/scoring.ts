/** Limits the right way round, bands from the best down (SCO3, SCO5). */
import { type At, child, descend, items, numberOf, textOf } from './at.ts';
import type { Tell } from './problem.ts';

export function checkScoring(root: At, tell: Tell): void {
  const scoring = child(root, 'scoring');
  for (const limited of [scoring, ...items(child(scoring, 'groups'))]) {
    const min = numberOf(child(limited, 'min'));
    const max = numberOf(child(limited, 'max'));
    if (min !== undefined && max !== undefined && min > max)
      tell(child(limited, 'min').pointer, { code: 'min_above_max' });
  }
  for (const kind of ['fit', 'engagement']) checkBands(items(descend(scoring, 'bands', kind)), tell);
}

/** Both the names (A before B, 1 before 2) and the points go down: the first band reached is the one shown. */
function checkBands(bands: readonly At[], tell: Tell): void {
  bands.forEach((band, index) => {
    const before = bands[index - 1];
    if (before === undefined) return;
    const id = textOf(child(band, 'id'));
    const previous = textOf(child(before, 'id'));
    const points = numberOf(child(band, 'atLeast'));
    const above = numberOf(child(before, 'atLeast'));
    if (id === undefined || previous === undefined || points === undefined || above === undefined) return;
    if (points >= above || id < previous)
      tell(child(band, 'atLeast').pointer, { code: 'bands_not_descending', band: id, previous });
  });
}
