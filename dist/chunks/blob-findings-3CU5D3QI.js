import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a,b}from"./chunk-E4W2KCEW.js";import"./chunk-SYBWYM3S.js";import"./chunk-BAI5OVJW.js";import"./chunk-KIXKYRQA.js";import"./chunk-FZBPCFBU.js";import"./chunk-NZ6JURIS.js";import"./chunk-NPQVV4DI.js";export{b as blobFindings,a as findingsOf};
