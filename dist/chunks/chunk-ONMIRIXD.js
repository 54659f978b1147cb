import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="028c9261c6112006d0321560b8cd33a0";export{E as a,e as b};
