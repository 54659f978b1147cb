import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a,b,c,d,e,f,g,h,i,j}from"./chunk-JCGUCTYV.js";import"./chunk-CC2CBK6F.js";import"./chunk-NEHCW6WQ.js";import"./chunk-IOJ2WH2C.js";export{b as OidTable,f as branchesWith,e as headPlaces,d as introductionsOf,g as objectIdOf,c as openHistory,j as openRange,i as openUnpushed,h as parsePrePush,a as placeOfHistory};
