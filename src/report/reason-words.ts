import type { SkipReason, UnreadReason } from '../model/index.js'

const SKIPS: Readonly<Record<SkipReason, string>> = {
  binary: 'binary',
  symlink: 'symbolic link',
  'symlink-loop': 'symbolic link to itself',
  'symlink-outside': 'symbolic link out of the tree',
  fifo: 'named pipe',
  socket: 'socket',
  device: 'device',
  submodule: 'submodule',
  'lfs-pointer': 'LFS pointer',
  excluded: 'excluded',
  'too-large': 'too large',
}

const UNREADS: Readonly<Record<UnreadReason, string>> = {
  permission: 'permission',
  vanished: 'vanished meanwhile',
  'io-error': 'I/O error',
  'object-missing': 'missing in git',
  'commits-missing': 'commits missing',
  'time-budget': 'out of time',
  'too-much-input': 'more than 64 MiB of input; scan a file instead',
  'not-recoverable': 'not looked at again',
  'not-verified': 'no clear answer about a credential in it',
  'too-many-findings': 'too much found in it to list all',
  'too-much-encoded': 'more encoded text than is decoded',
  'damaged-archive': 'damaged archive',
  'encrypted-member': 'encrypted',
  'unknown-compression': 'unknown compression',
  'archive-limit': 'archive too large when unpacked',
  'internal-error': 'internal error',
}

/** A report of another version may give reasons that are not known here. */
export const skipWord = (reason: SkipReason): string =>
  Object.hasOwn(SKIPS, reason) ? SKIPS[reason] : reason
export const unreadWord = (reason: UnreadReason): string =>
  Object.hasOwn(UNREADS, reason) ? UNREADS[reason] : reason

/** How many of each reason, the most frequent first. */
export const countsByReason = <R extends string>(
  items: readonly { readonly reason: R }[],
  wordOf: (reason: R) => string,
): readonly (readonly [word: string, count: number])[] => {
  const counts = new Map<R, number>()
  for (const { reason } of items) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts]
    .map(([reason, count]) => [wordOf(reason), count] as const)
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
}
