import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a as b}from"./chunk-3E3NBN5F.js";import{a}from"./chunk-WDKLDRWA.js";import"./chunk-NQZW4MCN.js";import"./chunk-SNO4PL4I.js";import"./chunk-NEHCW6WQ.js";import"./chunk-IOJ2WH2C.js";export{a as FORMATS,b as render};
