/**
 * How many random cases a law is held against: a thousand in `npm test`, a hundred thousand in
 * `npm run test:long`. `RUNS=200` says another number, to try something out.
 */
const isLong = process.env['LONG'] !== undefined;

export const RUNS = Number(process.env['RUNS'] ?? (isLong ? 100_000 : 1_000));

/** Random cases of the minute-by-minute oracle in each zone. */
export const CASES_PER_ZONE = Number(process.env['RUNS'] ?? (isLong ? 6_000 : 300));

/** For `vi.setConfig`: so many cases take longer than a test usually may. */
export const patience = { testTimeout: isLong ? 4 * 3_600_000 : 120_000 };
