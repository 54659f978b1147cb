import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-RSASCWNI.js";import"./chunk-M5B5R52S.js";import"./chunk-S6XUPM5N.js";import"./chunk-J64BKA6B.js";import"./chunk-ISSOZXGD.js";import"./chunk-NQZW4MCN.js";import"./chunk-WTGOTLNS.js";import"./chunk-SNO4PL4I.js";import"./chunk-NEHCW6WQ.js";import"./chunk-IOJ2WH2C.js";export{a as blobFindings};
