import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a as s}from"./chunk-7OPHJIEA.js";import{f as n}from"./chunk-5GNAZBXI.js";var d=(e,o,t)=>o.length===0?e:e.map(r=>o.some(c=>c===r.facts.accountId)?a({...r,facts:{...r.facts,canary:!0}},t):r),a=(e,o)=>{let t=n().find(({id:r})=>r===e.ruleId);return t===void 0?e:{...e,...s(t,{...e,now:o})}};export{d as a,a as b};
