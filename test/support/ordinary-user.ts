import { chownSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const NOBODY = 65_534

/** Permissions mean nothing to a superuser: for such a one the work is done as somebody else, who owns the folder. */
export const asOrdinaryUser = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  if (process.getuid?.() !== 0 || process.seteuid === undefined) return work()
  for (const path of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    chownSync(join(folder, path), NOBODY, NOBODY)
  }
  const home = process.env.HOME
  process.env.HOME = folder
  process.seteuid(NOBODY)
  try {
    return await work()
  } finally {
    process.seteuid(0)
    process.env.HOME = home
  }
}
