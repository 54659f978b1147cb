import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="2344d2c2f63c68e17078c8eb32ddd572";export{E as a,e as b};
