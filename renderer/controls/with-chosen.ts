/** A choice with one more in it, or one less. */
export function withChosen<One>(
  chosen: ReadonlySet<One>,
  one: One,
  isChosen: boolean,
): ReadonlySet<One> {
  const next = new Set(chosen);
  if (isChosen) next.add(one);
  else next.delete(one);
  return next;
}
