import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var n=e=>({status:"not-checked",reason:e,account:null,arn:null,userId:null,root:!1,detail:null});export{n as a};
