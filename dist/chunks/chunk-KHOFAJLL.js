import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="7081117581876693ca31f2279657bf55";export{E as a,e as b};
