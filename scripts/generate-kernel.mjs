// Compiles src/kernel/assembly/ to wasm and writes it as src/kernel/generated/wasm.ts, base64, so that bundles hold
// it and nothing looks for a file at start. The same sources give the same bytes; an unchanged module stays as it is.
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { writeIfOther } from './generated-file.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const ENTRY = 'src/kernel/assembly/scan.ts'
const TARGET = 'src/kernel/generated/wasm.ts'

const OPTIONS = [
  ['--outFile', 'scan.wasm'],
  ['--baseDir', root],
  ['--enable', 'simd'],
  ['--runtime', 'stub'],
  ['--use', 'abort='],
  ['--initialMemory', '1'],
  ['-O3', '--noAssert', '--importMemory'],
].flat()

/** @returns {Promise<Uint8Array>} the module compiled from an AssemblyScript file, given relative to the project */
export const compileAssembly = async (entry) => {
  const { default: asc } = await import('assemblyscript/asc')
  let wasm
  const { error, stderr } = await asc.main([entry, ...OPTIONS], {
    writeFile: (name, contents) => {
      if (name === 'scan.wasm') wasm = contents
    },
  })
  if (error) throw new Error(`${entry} does not compile: ${error.message}\n${stderr.toString()}`)
  return wasm
}

/** Brings src/kernel/generated/wasm.ts up to date. @returns {Promise<number>} bytes of wasm */
export const generateKernel = async () => {
  const wasm = await compileAssembly(ENTRY)
  const lines = [
    `// Generated from ${ENTRY} by scripts/generate-kernel.mjs.`,
    `export const WASM_BASE64 =\n  '${Buffer.from(wasm).toString('base64')}'`,
  ]
  await writeIfOther(join(root, TARGET), `${lines.join('\n')}\n`)
  return wasm.length
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href)
  console.log(`${TARGET}: ${await generateKernel()} bytes of wasm`)
