import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="41c2136a0747f078e6afe5000a4bb464";export{E as a,e as b};
