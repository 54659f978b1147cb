import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var n=({expires:t})=>{let r=typeof t=="string"?Date.parse(t):Number.NaN;return Number.isNaN(r)?null:r},o=(t,r)=>{let e=n(t);return e!==null&&e<=r};export{n as a,o as b};
