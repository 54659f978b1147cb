export * from './compiled-rule.js'
export { builtinRules } from './generated/builtin-rules.js'
