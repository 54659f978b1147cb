import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a,b,c,d,e,f,g}from"./chunk-XJZO4UWE.js";import"./chunk-OPS4PUHM.js";import"./chunk-OJ23HKBD.js";import"./chunk-6ZHIUPPB.js";import"./chunk-NPQVV4DI.js";export{f as ENV_ACCOUNT_ID,e as ENV_CREDENTIAL_SCOPE,d as ENV_EXPIRATION,a as ENV_KEY,b as ENV_SECRET,c as ENV_SESSION,g as fromEnv};
