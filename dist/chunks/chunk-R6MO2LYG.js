import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="f265e7b031b3bce4f38194b4461ae699";export{E as a,e as b};
