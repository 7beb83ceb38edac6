/**
 * What is worked out of an object once and forgotten with it: a calendar's index, a scoring's card. A
 * fold asks of the same few over and over, so the last one asked of is at hand: looking an object up
 * by what it is costs as much as judging a criterion.
 */
export function derived<From extends object, To extends object>(
  work: (from: From) => To,
): (from: From) => To {
  const known = new WeakMap<From, To>();
  let last: { readonly from: From; readonly to: To } | undefined;
  return (from) => {
    if (last !== undefined && last.from === from) return last.to;
    const to = known.get(from) ?? work(from);
    known.set(from, to);
    last = { from, to };
    return to;
  };
}
