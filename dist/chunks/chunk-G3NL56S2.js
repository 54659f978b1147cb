import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="1524a5551befe660cf9f89172c50556a";export{E as a,e as b};
