import { lines } from './draft.js'
import type { Material } from './material.js'

/** A shell script around some commands. */
export const script = (m: Material, ...body: readonly string[]): string =>
  lines(
    '#!/usr/bin/env bash',
    `# ${m.name()}: nightly job`,
    'set -euo pipefail',
    'cd "$(dirname "$0")"',
    '',
    body,
    '',
    'echo "finished"',
  )
