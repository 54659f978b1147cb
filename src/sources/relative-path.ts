import { relative, sep } from 'node:path'

/**
 * The way from a directory to a path, `/` between the parts: empty for the directory itself, with `..` in front for what
 * is not below it, absolute for what is on another Windows drive.
 */
export const relativePath = (from: string, to: string): string => relative(from, to).split(sep).join('/')

/** Whether a path is the directory itself or lies in it. Both absolute and real. */
export const isBelow = (path: string, directory: string): boolean =>
  !/^(\.\.(\/|$)|[A-Za-z]:\/)/.test(relativePath(directory, path))
