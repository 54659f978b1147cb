/** A message of the command line: what is wrong, and indented below it what to do. */
export const lines = (what: string, ...next: readonly string[]): string =>
  [`keysieve: ${what}`, ...next.map((line) => `  ${line}`), ''].join('\n')
