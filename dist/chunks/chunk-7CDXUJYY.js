import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="bf521669155b9dbfdacfb18f9dcc24e9";export{E as a,e as b};
