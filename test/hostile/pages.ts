/** The corpus: what pages have been seen to do to overlays, and what they could. One entry a trick. */
import { covers } from './covers.ts';
import { early } from './early.ts';
import { intruders } from './intruders.ts';
import { layers } from './layers.ts';
import type { HostilePage } from './page.ts';
import { senses } from './senses.ts';
import { slides } from './slides.ts';
import { storms } from './storms.ts';
import { styles } from './styles.ts';

export const PAGES: readonly HostilePage[] = [
  ...styles,
  ...covers,
  ...layers,
  ...slides,
  ...early,
  ...intruders,
  ...senses,
  ...storms,
];
