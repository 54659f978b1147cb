import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import"./chunk-IOJ2WH2C.js";var{runHook:o}=createRequireForBundle(import.meta.url)("../hook.cjs");export{o as runHook};
