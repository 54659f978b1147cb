import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-DVKFBGGW.js";import"./chunk-Y4SO6KT5.js";import"./chunk-QFJITKMG.js";import"./chunk-SNO4PL4I.js";import"./chunk-BAI5OVJW.js";import"./chunk-J64BKA6B.js";import"./chunk-QFXGQNYO.js";import"./chunk-NQZW4MCN.js";import"./chunk-VNXQHBDE.js";import"./chunk-IOJ2WH2C.js";export{a as blobFindings};
