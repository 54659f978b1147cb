import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-VK4WMWCX.js";import"./chunk-ULIGV6FY.js";import"./chunk-SNA7TS3C.js";import"./chunk-4IGTRVAT.js";import"./chunk-2HOQU5ME.js";import"./chunk-VW5JRBTS.js";import"./chunk-XYJNM53M.js";import"./chunk-NQZW4MCN.js";import"./chunk-GA73GNJW.js";import"./chunk-VNXQHBDE.js";import"./chunk-NEHCW6WQ.js";import"./chunk-NPQVV4DI.js";export{a as verified};
