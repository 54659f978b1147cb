import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var t=["info","low","medium","high","critical"],n=["low","medium","high"],i=(e,o)=>t.indexOf(e)>=t.indexOf(o),r=(e,o)=>n.indexOf(e)>=n.indexOf(o);export{t as a,n as b,i as c,r as d};
