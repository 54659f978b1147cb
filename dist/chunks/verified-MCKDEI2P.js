import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{b as a}from"./chunk-PPFWESJO.js";import"./chunk-SYBWYM3S.js";import"./chunk-G2ZXWTAU.js";import"./chunk-GA73GNJW.js";import"./chunk-KIXKYRQA.js";import"./chunk-LQFR4IPO.js";import"./chunk-NQZW4MCN.js";import"./chunk-NZ6JURIS.js";import"./chunk-NPQVV4DI.js";export{a as verified};
