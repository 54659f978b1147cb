import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var r=e=>({ok:!0,value:e}),o=e=>({ok:!1,error:e}),a=e=>{throw new Error(`unreachable: ${JSON.stringify(e)}`)};export{r as a,o as b,a as c};
