import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-JMYTSYAN.js";import"./chunk-AGS5BO7B.js";import"./chunk-QATUR2OH.js";import"./chunk-4A4FXSPC.js";import"./chunk-S6XUPM5N.js";import"./chunk-TULNWFOK.js";import"./chunk-QFXGQNYO.js";import"./chunk-3L3MEVD4.js";import"./chunk-NQZW4MCN.js";import"./chunk-JPRDMXFV.js";import"./chunk-SNO4PL4I.js";import"./chunk-NEHCW6WQ.js";import"./chunk-IOJ2WH2C.js";export{a as verified};
