import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="b086d4176f76c7afd2ab77a309925c22";export{E as a,e as b};
