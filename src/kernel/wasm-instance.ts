import { WASM_BASE64 } from './generated/wasm.js'

/** The compiled kernel with a memory of its own. */
export interface WasmInstance {
  readonly buffer: ArrayBuffer
  /** As in assembly/scan.ts. @returns where to go on, u32 read as i32 */
  scan(from: number, to: number, length: number): number
}

/** What is used of the platform's interface; Node's types have none of it. Missing where V8 runs without a compiler. */
declare const WebAssembly:
  | {
      readonly Module: new (bytes: Uint8Array) => object
      readonly Memory: new (limits: { readonly initial: number }) => { readonly buffer: ArrayBuffer }
      readonly Instance: new (module: object, imports: object) => { readonly exports: object }
      readonly CompileError: new () => Error
    }
  | undefined

const MOST_PAGES = 65_536

/** As wasm memory always is: tables and hits are read as whole words from both sides. */
const IS_LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

/** Compiled once a thread, when the first kernel is made. */
let compiled: object | null | undefined

/**
 * @param pages of 64 KiB
 * @returns null where there is no wasm, no SIMD in it, not so much memory, or another byte order
 */
export const instantiate = (pages: number): WasmInstance | null => {
  if (typeof WebAssembly === 'undefined' || pages > MOST_PAGES || !IS_LITTLE_ENDIAN) return null
  if (compiled === undefined) compiled = unless(WebAssembly.CompileError, compile)
  const memory = unless(RangeError, () => new WebAssembly.Memory({ initial: pages }))
  if (compiled === null || memory === null) return null
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } })
  if (!isScanner(exports)) throw new Error('generated/wasm.ts holds another module; generate it again')
  return { buffer: memory.buffer, scan: exports.scan }
}

const compile = (): object => {
  if (typeof WebAssembly === 'undefined') throw new TypeError('there is no WebAssembly')
  return new WebAssembly.Module(Buffer.from(WASM_BASE64, 'base64'))
}

/** The value, or null for the one kind of error that means the platform lacks something. */
const unless = <T>(kind: new () => Error, make: () => T): T | null => {
  try {
    return make()
  } catch (error) {
    if (error instanceof kind) return null
    throw error
  }
}

const isScanner = (exports: object): exports is Pick<WasmInstance, 'scan'> =>
  'scan' in exports && typeof exports.scan === 'function'
