import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a,b}from"./chunk-7XIZTJGA.js";import"./chunk-DGK3QPC5.js";import"./chunk-SYBWYM3S.js";import"./chunk-BAI5OVJW.js";import"./chunk-KIXKYRQA.js";import"./chunk-VMWI7TEZ.js";import"./chunk-LO57QWML.js";import"./chunk-NQZW4MCN.js";import"./chunk-J64BKA6B.js";import"./chunk-TH3JS23T.js";import"./chunk-NPQVV4DI.js";export{a as recover,b as yieldOf};
