import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="dd5b30e0b6f0f416288a1d52e5bd1f9c";export{E as a,e as b};
