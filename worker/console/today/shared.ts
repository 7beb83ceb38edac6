/**
 * So many of several lists that each has its share: what is late does not hide what soon will be. Room that
 * one does not need goes to the others, the first of them first.
 */
export function shared<T>(lists: readonly (readonly T[])[], most: number): readonly T[] {
  const fair = Math.floor(most / Math.max(1, lists.length));
  const counts = lists.map(({ length }) => Math.min(length, fair));
  let left = most - counts.reduce((sum, count) => sum + count, 0);
  return lists.flatMap((list, place) => {
    const more = Math.min(left, list.length - (counts[place] ?? 0));
    left -= more;
    return list.slice(0, (counts[place] ?? 0) + more);
  });
}
