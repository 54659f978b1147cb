import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-WVA6G6GZ.js";import"./chunk-JTYYMQTN.js";import"./chunk-SYBWYM3S.js";import"./chunk-ISV3JS33.js";import"./chunk-GA73GNJW.js";import"./chunk-KIXKYRQA.js";import"./chunk-ANZMDIP7.js";import"./chunk-NQZW4MCN.js";import"./chunk-TH3JS23T.js";import"./chunk-NPQVV4DI.js";export{a as verified};
