import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
var i=["text","sarif","json","jsonl","github","gitlab","gitlab-codequality","junit","csv","html","markdown","rdjson"],r=({mode:t,findings:e,unread:n},{detail:o,timings:s})=>(t==="staged"||t==="pre-push")&&e.length+n.length===0&&o!=="verbose"&&s!=="shown";export{i as a,r as b};
