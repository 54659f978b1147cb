export * from './kernel.js'
export * from './twin.js'
