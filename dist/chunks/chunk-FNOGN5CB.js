import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var i=e=>e[0]===255&&e[1]===254?"utf-16le":e[0]===254&&e[1]===255?"utf-16be":"utf-8",l=(e,t)=>e==="utf-8"?t:2+t*2,B=(e,t)=>{let r=new Uint8Array(0);return{read:async(s,o,c)=>{r.length!==o.length*2&&(r=new Uint8Array(o.length*2));let f=await e.read(s,r,l(t,c));if(typeof f!="number")return f;let u=t==="utf-16le"?0:1,T=Math.floor(f/2);for(let n=0;n<T;n++){let a=r[n*2+1-u];o[n]=a===0?r[n*2+u]:26}return T},close:()=>e.close()}};export{i as a,l as b,B as c};
