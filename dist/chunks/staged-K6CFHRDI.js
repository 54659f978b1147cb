import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{l as a,m as b}from"./chunk-GZMYCYFL.js";import"./chunk-ICWEZUK5.js";import"./chunk-TB4WBXRN.js";import"./chunk-JBOUAD5Q.js";import"./chunk-KVEYDM6Q.js";import"./chunk-NEHCW6WQ.js";import"./chunk-NPQVV4DI.js";export{a as runStaged,b as stagedCommand};
