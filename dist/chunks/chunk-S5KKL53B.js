import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="06202eb35f3c0085e7770c9b241fc0f3";export{E as a,e as b};
