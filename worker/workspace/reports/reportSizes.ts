/** How much is done in one go; a test walks many small parts by making them smaller. */
export const SIZES = {
  /** Leads read, and of those folded: few enough that a slice takes some 40 ms. */
  read: 1_000,
  folded: 400,
  /** Leads of one slice, where one that has to be folded counts as `foldCost`. */
  slice: 2_000,
  foldCost: 5,
  /** Neighbouring parts are added together beyond so many. */
  parts: 64,
};
