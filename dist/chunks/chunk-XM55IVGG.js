import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="b2c4a558a53b08fca5637f82c13ce2c9";export{E as a,e as b};
