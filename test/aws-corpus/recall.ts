export interface Recalled {
  /** What of the usual helps is missing in this case. */
  readonly dropped: readonly string[]
  readonly found: boolean
}

/** One line a property: how many of the cases without it were found. */
export const recallByProperty = (results: readonly Recalled[]): string => {
  const properties = [...new Set(results.flatMap(({ dropped }) => dropped))].sort()
  const line = (name: string, cases: readonly Recalled[]): string =>
    `${name.padEnd(24)} ${cases.filter(({ found }) => found).length} of ${cases.length}`
  return [
    line('all', results),
    line(
      'nothing missing',
      results.filter(({ dropped }) => dropped.length === 0),
    ),
    ...properties.map((property) =>
      line(
        `without ${property}`,
        results.filter(({ dropped }) => dropped.includes(property)),
      ),
    ),
  ].join('\n')
}
