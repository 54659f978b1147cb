import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-YT2SDKF5.js";import"./chunk-T6AH7JYF.js";import"./chunk-YD3DOX4W.js";import"./chunk-EKAML2AC.js";import"./chunk-S6XUPM5N.js";import"./chunk-A77BUCHT.js";import"./chunk-QFXGQNYO.js";import"./chunk-3L3MEVD4.js";import"./chunk-NQZW4MCN.js";import"./chunk-7CDZJLEP.js";import"./chunk-SNO4PL4I.js";import"./chunk-NEHCW6WQ.js";import"./chunk-IOJ2WH2C.js";export{a as verified};
