// Writes the sample project to fixtures/generated/webshop, and what a scan must find in it beside it.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { webshop } from '../fixtures/webshop.mjs'

const generated = join(dirname(dirname(fileURLToPath(import.meta.url))), 'fixtures', 'generated')
const project = join(generated, 'webshop')
const files = webshop()

await rm(project, { recursive: true, force: true })
for (const { path, bytes } of files) {
  await mkdir(dirname(join(project, path)), { recursive: true })
  await writeFile(join(project, path), bytes)
}
const expected = files.flatMap((file) => file.expected)
await writeFile(join(generated, 'webshop.expected.json'), `${JSON.stringify(expected, null, 2)}\n`)
console.log(`fixtures/generated/webshop: ${files.length} files, ${expected.length} credentials planted`)
