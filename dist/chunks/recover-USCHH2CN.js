import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-XERNILUP.js";import"./chunk-4OGGHFEI.js";import"./chunk-A4XNHIKG.js";import"./chunk-BAI5OVJW.js";import"./chunk-KIXKYRQA.js";import"./chunk-SOUQQETJ.js";import"./chunk-2DEY5VQL.js";import"./chunk-NQZW4MCN.js";import"./chunk-FNOGN5CB.js";import"./chunk-NPQVV4DI.js";export{a as recover};
