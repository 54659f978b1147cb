import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a,b}from"./chunk-SYP5E4WB.js";import"./chunk-CHWL4OXT.js";import"./chunk-ZKE2VJFL.js";import"./chunk-TH3JS23T.js";import"./chunk-BAI5OVJW.js";import"./chunk-OZWXIJQF.js";import"./chunk-J64BKA6B.js";import"./chunk-F4RSMTO7.js";import"./chunk-NQZW4MCN.js";import"./chunk-VNXQHBDE.js";import"./chunk-NPQVV4DI.js";export{a as recover,b as yieldOf};
