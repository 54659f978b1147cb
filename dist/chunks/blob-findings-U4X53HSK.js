import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-YGTQLU4R.js";import"./chunk-ULIGV6FY.js";import"./chunk-4IGTRVAT.js";import"./chunk-BAI5OVJW.js";import"./chunk-J64BKA6B.js";import"./chunk-VW5JRBTS.js";import"./chunk-NQZW4MCN.js";import"./chunk-VNXQHBDE.js";import"./chunk-NPQVV4DI.js";export{a as blobFindings};
