import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{l as a,m as b}from"./chunk-M6NH6L3Z.js";import"./chunk-ICWEZUK5.js";import"./chunk-CWYIP52Z.js";import"./chunk-45QXAOKE.js";import"./chunk-KVEYDM6Q.js";import"./chunk-NEHCW6WQ.js";import"./chunk-NPQVV4DI.js";export{a as runStaged,b as stagedCommand};
