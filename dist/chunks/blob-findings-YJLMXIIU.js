import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{b as a,c as b}from"./chunk-4OGGHFEI.js";import"./chunk-A4XNHIKG.js";import"./chunk-BAI5OVJW.js";import"./chunk-KIXKYRQA.js";import"./chunk-FNOGN5CB.js";import"./chunk-NPQVV4DI.js";export{b as blobFindings,a as findingsOf};
