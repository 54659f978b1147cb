import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-REKOUMUR.js";import"./chunk-XKE3SXWA.js";import"./chunk-SYBWYM3S.js";import"./chunk-CPOI4262.js";import"./chunk-GA73GNJW.js";import"./chunk-KIXKYRQA.js";import"./chunk-WXPGFO53.js";import"./chunk-NQZW4MCN.js";import"./chunk-TH3JS23T.js";import"./chunk-NPQVV4DI.js";export{a as verified};
