import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{d as a,e as b,f as c,g as d,h as e,i as f,j as g,k as h,l as i,m as j,n as k,o as l,p as m}from"./chunk-S6XUPM5N.js";import"./chunk-NQZW4MCN.js";import"./chunk-SNO4PL4I.js";import"./chunk-IOJ2WH2C.js";export{c as AllowedRanges,h as LineHashes,a as MARKER_HEAD,b as allowMarkerAt,d as fingerprintOf,g as hashText,i as maskAuthor,j as maskLine,k as maskPath,f as ordinalKey,l as pathMask,m as severityOf,e as valueDigest};
