import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="9eb1b6161487d40e8f37c5c6ebdd7f4e";export{E as a,e as b};
