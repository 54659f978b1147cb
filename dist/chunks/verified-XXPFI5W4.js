import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{b as a}from"./chunk-YEYMASFX.js";import"./chunk-SYBWYM3S.js";import"./chunk-6BA7GGS2.js";import"./chunk-GA73GNJW.js";import"./chunk-KIXKYRQA.js";import"./chunk-LNNYBY2U.js";import"./chunk-NQZW4MCN.js";import"./chunk-NZ6JURIS.js";import"./chunk-NPQVV4DI.js";export{a as verified};
