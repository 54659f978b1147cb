import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import"./chunk-NPQVV4DI.js";var{runHook:o}=createRequireForBundle(import.meta.url)("../hook.cjs");export{o as runHook};
