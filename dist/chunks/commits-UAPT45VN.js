import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a,b,c,d,e,f,g,h}from"./chunk-6AJOTZHA.js";import"./chunk-V7QMV4CZ.js";import"./chunk-NEHCW6WQ.js";import"./chunk-NPQVV4DI.js";export{a as OidTable,e as branchesWith,d as headPlaces,c as introductionsOf,b as openHistory,h as openRange,g as openUnpushed,f as parsePrePush};
