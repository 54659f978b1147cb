import { HOOKS, type HookName, MANAGERS, type Manager } from '../hook/index.js'
import { ok } from '../model/index.js'
import { fault, type Option } from './option.js'

const HOUSES = [...MANAGERS, 'lint-staged'] as const

/** Whose hooks they are; null: whichever the repository uses. */
export const hookManager: Option<Manager | 'lint-staged' | null> = {
  describe: 'Who runs the hooks here',
  value: HOUSES.join('|'),
  times: 'once',
  shownDefault: 'whoever does',
  parse: ([given]) => {
    if (given === undefined) return ok(null)
    const found = HOUSES.find((one) => one === given)
    return found === undefined ? fault(given, `is not one of ${HOUSES.join(', ')}`, HOUSES) : ok(found)
  },
}

/** In git's order; null where none was named. */
export const hookNames: Option<readonly HookName[] | null> = {
  describe: 'Which hooks: pre-commit, pre-merge-commit, pre-push',
  value: 'NAME,...',
  times: 'repeatable',
  shownDefault: 'pre-commit; uninstall: all',
  parse: (given) => {
    const names = given.flatMap((text) => text.split(',')).map((name) => name.trim())
    const wrong = names.find((name) => !HOOKS.some((hook) => hook === name))
    if (wrong !== undefined) return fault(wrong, `is not one of ${HOOKS.join(', ')}`, HOOKS)
    return ok(names.length === 0 ? null : HOOKS.filter((hook) => names.includes(hook)))
  },
}
