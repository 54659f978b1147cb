import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var E="0.1.0",e="d316a6f18b438657044adcab38eb673f";export{E as a,e as b};
