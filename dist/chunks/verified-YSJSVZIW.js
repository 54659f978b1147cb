import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-QHTAE7PY.js";import"./chunk-DPS7TDRQ.js";import"./chunk-SYBWYM3S.js";import"./chunk-UKNAVCSW.js";import"./chunk-GA73GNJW.js";import"./chunk-KIXKYRQA.js";import"./chunk-YBKTEUWQ.js";import"./chunk-NQZW4MCN.js";import"./chunk-TH3JS23T.js";import"./chunk-NPQVV4DI.js";export{a as verified};
