import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="33daf18f0a6117d969d559664fa3ba58";export{E as a,e as b};
