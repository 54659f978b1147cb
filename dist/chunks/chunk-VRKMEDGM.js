import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="50060a4fb5d3a85afc3d16c0eb38f167";export{E as a,e as b};
