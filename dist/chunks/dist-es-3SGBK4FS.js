import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a,b,c,d,e,f,g}from"./chunk-QOHIQWJM.js";import"./chunk-7O24OOIV.js";import"./chunk-Y3TT326B.js";import"./chunk-6ZHIUPPB.js";import"./chunk-IOJ2WH2C.js";export{f as ENV_ACCOUNT_ID,e as ENV_CREDENTIAL_SCOPE,d as ENV_EXPIRATION,a as ENV_KEY,b as ENV_SECRET,c as ENV_SESSION,g as fromEnv};
