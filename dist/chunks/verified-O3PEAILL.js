import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{b as a}from"./chunk-6PSUTAG6.js";import"./chunk-SYBWYM3S.js";import"./chunk-7KD6CYGA.js";import"./chunk-GA73GNJW.js";import"./chunk-KIXKYRQA.js";import"./chunk-Q7RH3OA2.js";import"./chunk-NQZW4MCN.js";import"./chunk-NZ6JURIS.js";import"./chunk-NPQVV4DI.js";export{a as verified};
