import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a,b,c,d,e,f,g,h}from"./chunk-BESLLXXR.js";import"./chunk-CC2CBK6F.js";import"./chunk-NEHCW6WQ.js";import"./chunk-IOJ2WH2C.js";export{a as OidTable,e as branchesWith,d as headPlaces,c as introductionsOf,b as openHistory,h as openRange,g as openUnpushed,f as parsePrePush};
