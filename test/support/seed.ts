/**
 * The laws meet the same cases in every ordinary run, so that a red run is about the change at hand;
 * `npm run test:long`, or `SEED=n`, looks for new ones. A seed that fails becomes a named test.
 */
import { configureGlobal, readConfigureGlobal } from 'fast-check';

const isLong = process.env['LONG'] !== undefined;
const seed = process.env['SEED'] ?? (isLong ? undefined : '20261121');

if (seed !== undefined) configureGlobal({ ...readConfigureGlobal(), seed: Number(seed) });
