import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-IDJBXEAX.js";import"./chunk-R6MO2LYG.js";import"./chunk-SYBWYM3S.js";import"./chunk-IISJ5AKJ.js";import"./chunk-GA73GNJW.js";import"./chunk-KIXKYRQA.js";import"./chunk-PJ2TCHRE.js";import"./chunk-NQZW4MCN.js";import"./chunk-TH3JS23T.js";import"./chunk-NPQVV4DI.js";export{a as verified};
