import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a,b}from"./chunk-QW2WMVPW.js";import"./chunk-7OPHJIEA.js";import"./chunk-S6XUPM5N.js";import"./chunk-Q6XLEGSZ.js";import"./chunk-ISSOZXGD.js";import"./chunk-AUAEHQCS.js";import"./chunk-NQZW4MCN.js";import"./chunk-4TITIPMC.js";import"./chunk-SNO4PL4I.js";import"./chunk-NEHCW6WQ.js";import"./chunk-IOJ2WH2C.js";export{a as withCanaryAccounts,b as withConsequences};
