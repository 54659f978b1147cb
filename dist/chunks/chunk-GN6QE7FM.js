import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="5b583d9d886ca6572ea80089bbe7e470";export{E as a,e as b};
