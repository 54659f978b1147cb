import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-D2UKWDF5.js";import"./chunk-Y4SO6KT5.js";import"./chunk-GN6QE7FM.js";import"./chunk-QFJITKMG.js";import"./chunk-SNO4PL4I.js";import"./chunk-3XNRJ63L.js";import"./chunk-QFXGQNYO.js";import"./chunk-S7DFTVDV.js";import"./chunk-NQZW4MCN.js";import"./chunk-GA73GNJW.js";import"./chunk-VNXQHBDE.js";import"./chunk-NEHCW6WQ.js";import"./chunk-IOJ2WH2C.js";export{a as verified};
