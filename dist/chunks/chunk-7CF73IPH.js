import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="418e04d5be3e640d87d52feb07570a06";export{E as a,e as b};
