import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a,b}from"./chunk-A7HRP7NY.js";import"./chunk-LZF5GSAQ.js";import"./chunk-SYBWYM3S.js";import"./chunk-BAI5OVJW.js";import"./chunk-KIXKYRQA.js";import"./chunk-YU4ZQM2V.js";import"./chunk-PJ2TCHRE.js";import"./chunk-NQZW4MCN.js";import"./chunk-KY6VVOO3.js";import"./chunk-TH3JS23T.js";import"./chunk-NPQVV4DI.js";export{a as recover,b as yieldOf};
