/** The corpus: what pages have been seen to do to overlays, and what they could. One entry a trick. */
import { covers } from './covers.ts';
import { early } from './early.ts';
import { intruders } from './intruders.ts';
import type { HostilePage } from './page.ts';
import { storms } from './storms.ts';
import { styles } from './styles.ts';

export const PAGES: readonly HostilePage[] = [...styles, ...covers, ...early, ...intruders, ...storms];
