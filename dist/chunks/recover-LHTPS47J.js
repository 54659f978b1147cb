import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-MNOJH27X.js";import"./chunk-E4W2KCEW.js";import"./chunk-SYBWYM3S.js";import"./chunk-BAI5OVJW.js";import"./chunk-KIXKYRQA.js";import"./chunk-CSOSYKGN.js";import"./chunk-LQFR4IPO.js";import"./chunk-NQZW4MCN.js";import"./chunk-FZBPCFBU.js";import"./chunk-NZ6JURIS.js";import"./chunk-NPQVV4DI.js";export{a as recover};
