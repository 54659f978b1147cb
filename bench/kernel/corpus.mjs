// Real bytes for the kernel's benchmark: the files under node_modules, in an order that does not depend on the disk.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { numbers } from './numbers.mjs'

const ROOT = fileURLToPath(new URL('../../node_modules', import.meta.url))
const SOURCE = /\.(?:[cm]?[jt]sx?|json|map|md|css|html|ya?ml|txt|sh)$/
const LARGEST_FILE = 16_000_000

/** Files of source, shuffled by a fixed seed. @param {number} most bytes in all */
export function* sourceTexts(most, pattern = SOURCE) {
  const paths = readdirSync(ROOT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  let left = most
  for (const path of shuffled(paths, numbers(7))) {
    const bytes = readFileSync(path)
    if (bytes.length > LARGEST_FILE) continue
    if (left < bytes.length) return
    left -= bytes.length
    yield { path, bytes }
  }
}

const shuffled = (items, random) => {
  const result = [...items]
  for (let at = result.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[result[at], result[other]] = [result[other], result[at]]
  }
  return result
}
