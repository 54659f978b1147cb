import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="086f406d4bd75cfc42b6885063a9a5d8";export{E as a,e as b};
