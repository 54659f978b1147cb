// Brings everything generated that sources import up to date: the compiled rules and the compiled kernel.
import { generateKernel } from './generate-kernel.mjs'
import { generateRules } from './generate-rules.mjs'

const [rules, bytes] = await Promise.all([generateRules(), generateKernel()])
console.log(`generated: ${rules} rules, a kernel of ${bytes} bytes`)
