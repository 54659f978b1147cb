import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="1f544c58ba3efb621b141ac8047594b4";export{E as a,e as b};
