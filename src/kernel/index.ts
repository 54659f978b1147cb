export * from './create-kernel.js'
export * from './kernel.js'
export { createSimdKernel } from './simd-kernel.js'
export * from './twin.js'
