import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{a,b,c,d,e,f,g,h,i,j,k,l,m}from"./chunk-NZ6JURIS.js";import"./chunk-NPQVV4DI.js";export{c as AllowedRanges,h as LineHashes,a as MARKER_HEAD,b as allowMarkerAt,d as fingerprintOf,g as hashText,i as maskAuthor,j as maskLine,k as maskPath,f as ordinalKey,l as pathMask,m as severityOf,e as valueDigest};
