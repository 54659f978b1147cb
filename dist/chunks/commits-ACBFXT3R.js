import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a as b,b as c,c as d,d as e,e as f,f as g,g as h,h as i,i as j}from"./chunk-FLDS5H2G.js";import{t as a}from"./chunk-BHNVGH2I.js";import"./chunk-NEHCW6WQ.js";import"./chunk-IOJ2WH2C.js";export{b as OidTable,f as branchesWith,e as headPlaces,d as introductionsOf,g as objectIdOf,c as openHistory,j as openRange,i as openUnpushed,h as parsePrePush,a as placeOfHistory};
