/** For build scripts, and for rule files of users: reading and compiling, which the built-in rules no longer need. */
export { renderExample } from './example-template.js'
export { compileRules } from './rule-compiler.js'
export { examplesOf, type NamedExample } from './rule-examples.js'
export type { ReadRuleFile, RuleFault, RuleFile, WrittenRule } from './rule-file.js'
export { RULE_FILE_SCHEMA } from './rule-file-schema.js'
export { readRuleFile } from './rule-file-text.js'
