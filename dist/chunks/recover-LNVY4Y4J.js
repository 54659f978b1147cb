import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a}from"./chunk-ZTUQVAD5.js";import"./chunk-T677IJM6.js";import"./chunk-SYBWYM3S.js";import"./chunk-BAI5OVJW.js";import"./chunk-KIXKYRQA.js";import"./chunk-DEML5FTP.js";import"./chunk-73AYZWQK.js";import"./chunk-NQZW4MCN.js";import"./chunk-FZBPCFBU.js";import"./chunk-FJX74TOX.js";import"./chunk-NPQVV4DI.js";export{a as recover};
