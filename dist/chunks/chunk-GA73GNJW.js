import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var s=new Set([{prefix:"ASIA",body:"Y34FZKBOKMUTVV7A"},{prefix:"ASIA",body:"QNZGKIQY56JQ7WML"},{prefix:"AKIA",body:"YVP4CIPPERUVIFXG"},{prefix:"AKIA",body:"QYLPMN5HHHFPZAM2"}].map(({prefix:e,body:o})=>e+o)),n=e=>e.includes("EXAMPLE")||s.has(e),p=e=>/example/i.test(e),t=/^AQoDYXdzEJr|IQoJb3JpZ2luX2IQoJb3JpZ2luX2/,i=e=>/example/i.test(e)||t.test(e);export{n as a,p as b,i as c};
