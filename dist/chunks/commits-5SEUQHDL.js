import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a,b,c,d,e,f,g,h}from"./chunk-TVAUZ63I.js";import"./chunk-FMXHXSWT.js";import"./chunk-NEHCW6WQ.js";import"./chunk-NPQVV4DI.js";export{a as OidTable,e as branchesWith,d as headPlaces,c as introductionsOf,b as openHistory,h as openRange,g as openUnpushed,f as parsePrePush};
