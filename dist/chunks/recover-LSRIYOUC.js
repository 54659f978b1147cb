import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-VOIHR2TJ.js";import"./chunk-5APZFAGM.js";import"./chunk-SYBWYM3S.js";import"./chunk-BAI5OVJW.js";import"./chunk-KIXKYRQA.js";import"./chunk-MVB3MEX3.js";import"./chunk-LNNYBY2U.js";import"./chunk-NQZW4MCN.js";import"./chunk-WCMLOMQY.js";import"./chunk-NZ6JURIS.js";import"./chunk-NPQVV4DI.js";export{a as recover};
