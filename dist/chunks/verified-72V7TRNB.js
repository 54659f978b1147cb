import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-IYBCIN76.js";import"./chunk-NIIOXNDZ.js";import"./chunk-SYBWYM3S.js";import"./chunk-ER6QQMIP.js";import"./chunk-GA73GNJW.js";import"./chunk-KIXKYRQA.js";import"./chunk-LO57QWML.js";import"./chunk-NQZW4MCN.js";import"./chunk-TH3JS23T.js";import"./chunk-NPQVV4DI.js";export{a as verified};
