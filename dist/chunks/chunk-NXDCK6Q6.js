import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="7933f883d1dde50e44c8f099313446c3";export{E as a,e as b};
