import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="0249b3db12ffacc338e49ec958594920";export{E as a,e as b};
