import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{b as a}from"./chunk-MVZCU22U.js";import"./chunk-A4XNHIKG.js";import"./chunk-K7AWDVPK.js";import"./chunk-GA73GNJW.js";import"./chunk-KIXKYRQA.js";import"./chunk-2DEY5VQL.js";import"./chunk-NQZW4MCN.js";import"./chunk-NPQVV4DI.js";export{a as verified};
