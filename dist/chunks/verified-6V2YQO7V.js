import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-64YYKFBI.js";import"./chunk-S5KKL53B.js";import"./chunk-ZKE2VJFL.js";import"./chunk-TH3JS23T.js";import"./chunk-4UR7QENM.js";import"./chunk-F4RSMTO7.js";import"./chunk-NQZW4MCN.js";import"./chunk-GA73GNJW.js";import"./chunk-VNXQHBDE.js";import"./chunk-NPQVV4DI.js";export{a as verified};
