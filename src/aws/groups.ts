/** Groups in order of their first items, each with its items in order. */
export const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): readonly [T, ...T[]][] => {
  const groups = new Map<string, [T, ...T[]]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()]
}

/** As `map`, of what is never empty. */
export const mapped = <T, U>(items: readonly [T, ...T[]], of: (item: T) => U): [U, ...U[]] => {
  const [first, ...rest] = items
  return [of(first), ...rest.map(of)]
}
