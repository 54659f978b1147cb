import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-OS2GARUA.js";import"./chunk-YGTQLU4R.js";import"./chunk-ULIGV6FY.js";import"./chunk-4IGTRVAT.js";import"./chunk-BAI5OVJW.js";import"./chunk-MPW4JRJU.js";import"./chunk-B3Z4BYRY.js";import"./chunk-J64BKA6B.js";import"./chunk-VW5JRBTS.js";import"./chunk-XYJNM53M.js";import"./chunk-V7QMV4CZ.js";import"./chunk-NQZW4MCN.js";import"./chunk-VNXQHBDE.js";import"./chunk-NEHCW6WQ.js";import"./chunk-NPQVV4DI.js";export{a as yieldOf};
