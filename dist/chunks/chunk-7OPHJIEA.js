import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{p as o}from"./chunk-S6XUPM5N.js";import{f as n}from"./chunk-4TITIPMC.js";var c=({id:d,severity:m,remedy:t},{facts:e,verification:i,now:r})=>({severity:o({severity:m,facts:e,verification:i,now:r}),remedy:n({ruleId:d,facts:e,verification:i,now:r})?.remedy??t});export{c as a};
