import { unreachable } from '../model/index.js'
import type { Warning } from '../pipeline/index.js'
import { lines } from './message-lines.js'
import { printable } from './printable.js'

/** What is wrong and keeps nothing from being scanned. */
export const warningMessage = ({ kind, detail }: Warning): string => {
  switch (kind) {
    case 'cache-dropped':
      return lines(`the cache of clean versions was dropped: ${printable(detail)}.`, 'Everything is scanned.')
    case 'cache-not-kept':
      return lines(
        `the cache of clean versions could not be kept: ${printable(detail)}.`,
        'The next run takes as long.',
      )
    case 'own-secrets-unread':
      return lines(
        `some of your own secrets are not known, so they are not looked for: ${printable(detail)}.`,
        'Everything else is.',
      )
    case 'own-secrets-left-out':
      return lines(
        `you have more secrets than are looked for; left out: ${printable(detail)}.`,
        'Everything else is looked for.',
      )
    default:
      return unreachable(kind)
  }
}
