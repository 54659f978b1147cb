// Run by npm after it changed node_modules (script "dependencies"; docs/decisions/0002 says why not "prepare").
// Switches our own hooks on in a developer's clone, and does nothing anywhere else.
import { existsSync } from 'node:fs'

const isDevelopersClone = existsSync('.git') && existsSync('node_modules/husky')
if (isDevelopersClone && !process.env.CI) {
  const { default: install } = await import('husky')
  const problem = install()
  if (problem) console.error(`husky: ${problem}`)
}
