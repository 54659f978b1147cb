import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a,b}from"./chunk-B45MEXYA.js";import"./chunk-NQZW4MCN.js";import"./chunk-NEHCW6WQ.js";import"./chunk-NPQVV4DI.js";export{a as FORMATS,b as render};
