import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-DGK3QPC5.js";import"./chunk-SYBWYM3S.js";import"./chunk-BAI5OVJW.js";import"./chunk-KIXKYRQA.js";import"./chunk-J64BKA6B.js";import"./chunk-TH3JS23T.js";import"./chunk-NPQVV4DI.js";export{a as blobFindings};
