import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-57EXXY2T.js";import"./chunk-JV252JPI.js";import"./chunk-BW6V2VCW.js";import"./chunk-4A4FXSPC.js";import"./chunk-S6XUPM5N.js";import"./chunk-HUWOQCXL.js";import"./chunk-WXOQHCHD.js";import"./chunk-7JODZ5ZA.js";import"./chunk-NQZW4MCN.js";import"./chunk-JPRDMXFV.js";import"./chunk-SNO4PL4I.js";import"./chunk-NEHCW6WQ.js";import"./chunk-IOJ2WH2C.js";export{a as verified};
