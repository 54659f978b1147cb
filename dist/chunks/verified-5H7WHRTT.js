import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-BB6FB6F2.js";import"./chunk-ONMIRIXD.js";import"./chunk-3ZMZJ7NX.js";import"./chunk-7OPHJIEA.js";import"./chunk-S6XUPM5N.js";import"./chunk-5GNAZBXI.js";import"./chunk-C6JE2UDB.js";import"./chunk-7EGM2EZQ.js";import"./chunk-NQZW4MCN.js";import"./chunk-4TITIPMC.js";import"./chunk-SNO4PL4I.js";import"./chunk-NEHCW6WQ.js";import"./chunk-IOJ2WH2C.js";export{a as verified};
