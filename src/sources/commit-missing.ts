import type { Unread } from '../model/index.js'

/** What was to be read and is not in this repository. @param path what a report names: a revision or a commit's id */
export const objectMissing = (path: string, detail: string): Unread => ({
  class: 'unread',
  path,
  reason: 'object-missing',
  detail,
})

/** A part of the history that was to be read. @param path where it ends: a revision or a commit's id */
export const commitsMissing = (path: string, detail: string): Unread => ({
  ...objectMissing(path, detail),
  reason: 'commits-missing',
})
