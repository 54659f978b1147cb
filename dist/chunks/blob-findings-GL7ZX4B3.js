import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-CHWL4OXT.js";import"./chunk-ZKE2VJFL.js";import"./chunk-TH3JS23T.js";import"./chunk-BAI5OVJW.js";import"./chunk-J64BKA6B.js";import"./chunk-VNXQHBDE.js";import"./chunk-NPQVV4DI.js";export{a as blobFindings};
