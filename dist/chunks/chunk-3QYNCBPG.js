import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="41a0c4cb7a1b9bde2a51f8bd6d420557";export{E as a,e as b};
