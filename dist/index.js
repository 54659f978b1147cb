import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import{d as e,e as n,f as r,g as t,i,j as o}from"./chunks/chunk-TB4WBXRN.js";import"./chunks/chunk-JBOUAD5Q.js";import"./chunks/chunk-KVEYDM6Q.js";import"./chunks/chunk-NEHCW6WQ.js";import"./chunks/chunk-NPQVV4DI.js";export{i as FORMATS,e as ScanError,n as createScanner,o as render,t as scanPaths,r as scanText};
