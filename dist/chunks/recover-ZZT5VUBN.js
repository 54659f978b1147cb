import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-Q5WLR4KK.js";import"./chunk-E4W2KCEW.js";import"./chunk-SYBWYM3S.js";import"./chunk-BAI5OVJW.js";import"./chunk-KIXKYRQA.js";import"./chunk-WBOP2BNY.js";import"./chunk-Q7RH3OA2.js";import"./chunk-NQZW4MCN.js";import"./chunk-FZBPCFBU.js";import"./chunk-NZ6JURIS.js";import"./chunk-NPQVV4DI.js";export{a as recover};
