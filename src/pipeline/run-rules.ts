import { err, type OwnSecret, ok, type Result } from '../model/index.js'
import { builtinRules, OWN_SECRET, ownSecretRule, type RuleSet } from '../rules/index.js'
import type { RequestError, ScanRequest } from './request.js'
import { type RuleSelection, selectRules } from './rule-selection.js'

/** All rules that there are. Of the one for own secrets this is what can be told of it: what it looks for, a run adds. */
export const allRules: RuleSet = { rules: [...builtinRules.rules, ownSecretRule([])] }

/** The rules that a request names. Own secrets are looked for only where the request says where to look them up. */
export const rulesOfRequest = ({
  onlyRules,
  exceptRules,
  ownSecrets,
}: Pick<ScanRequest, 'onlyRules' | 'exceptRules' | 'ownSecrets'>): Result<RuleSelection, RequestError> => {
  const selection = selectRules(allRules, onlyRules, exceptRules)
  if (!selection.ok || ownSecrets) return selection
  if (onlyRules?.includes(OWN_SECRET)) return err({ kind: 'rule-is-off', id: OWN_SECRET })
  return ok({ ...selection.value, rules: withOwnSecrets(selection.value.rules, null) })
}

/** @param own null takes the rule for own secrets away */
export const withOwnSecrets = (rules: RuleSet, own: readonly OwnSecret[] | null): RuleSet => ({
  rules: rules.rules.flatMap((rule) => {
    if (rule.id !== OWN_SECRET) return [rule]
    return own === null ? [] : [ownSecretRule(own.map(({ value }) => value))]
  }),
})
