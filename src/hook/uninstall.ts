import { join } from 'node:path'
import { err, ok, type Result } from '../model/index.js'
import { type HookRequest, settingOf } from './choice.js'
import { applyChanges, readExisting } from './file-change.js'
import { EMPTY_FRAMEWORK, reducedFramework } from './framework-lines.js'
import type { HookFault } from './hook-fault.js'
import { HOOKS, type HookName } from './hook-name.js'
import type { HookEdit } from './house.js'
import { findMarked, lineOfMark, withoutMarked } from './marked-lines.js'
import { wasAlone } from './script-text.js'
import { FRAMEWORK_FILE, type HookSetting, huskyFolder, lefthookFile } from './setting.js'

export interface Uninstalled {
  readonly setting: HookSetting
  readonly edits: readonly HookEdit[]
  /** Files with lines of ours that other repositories use, too; absolute. */
  readonly left: readonly string[]
}

/** Takes our lines out of every file that may hold them, whichever manager wrote them. */
export const uninstallHooks = async (
  request: HookRequest,
  hooks: readonly HookName[],
  writing: 'real' | 'dry',
): Promise<Result<Uninstalled, HookFault>> => {
  const known = await settingOf(request)
  if (!known.ok) return known
  const setting = known.value
  const edits: HookEdit[] = []
  for (const file of filesOf(setting)) {
    const edit = editOf(file, hooks)
    if (!edit.ok) return edit
    if (edit.value !== null) edits.push(edit.value)
  }
  const outside = edits.filter(({ file }) => isOutside(setting, file))
  const taken = setting.reach === 'every-repository' ? edits : edits.filter((edit) => !outside.includes(edit))
  const applied = writing === 'dry' ? ok(null) : applyChanges(taken.flatMap(({ change }) => change ?? []))
  if (!applied.ok) return applied
  const left = edits.filter((edit) => !taken.includes(edit)).map(({ file }) => file)
  return ok({ setting, edits: taken, left })
}

const filesOf = ({ place }: HookSetting): readonly string[] => {
  const folders = [place.folder, join(place.gitFolder, 'hooks'), huskyFolder(place)]
  const lefthook = lefthookFile(place)
  return [
    ...new Set(folders.flatMap((folder) => HOOKS.map((hook) => join(folder, hook)))),
    join(place.top, FRAMEWORK_FILE),
    ...(lefthook === null ? [] : [lefthook]),
  ]
}

const isOutside = ({ place }: HookSetting, file: string): boolean =>
  place.owner === 'outside' && HOOKS.some((hook) => file === join(place.folder, hook))

/** Null where nothing of ours is in it. A link is none of ours: none is ever written to. */
const editOf = (file: string, hooks: readonly HookName[]): Result<HookEdit | null, HookFault> => {
  const existing = readExisting(file)
  if (!existing.ok) return existing.error.kind === 'not-a-file' ? ok(null) : existing
  if (existing.value === null) return ok(null)
  const before = existing.value
  const text = before.bytes.toString('latin1')
  const found = findMarked(text)
  if (found === 'damaged') return err({ kind: 'damaged', file, line: lineOfMark(text) })
  const meant = found.filter((own) => own.hooks.some((hook) => hooks.includes(hook)))
  const [first] = meant
  if (first === undefined) return ok(null)
  const reduced = meant.length === 1 ? reducedFramework(text, first, hooks) : null
  const rest = reduced ?? meant.toReversed().reduce(withoutMarked, text)
  const isNothing = wasAlone(meant, rest) || rest === EMPTY_FRAMEWORK
  const after = isNothing ? null : Buffer.from(rest, 'latin1')
  const named = HOOKS.filter((hook) => hooks.includes(hook) && meant.some((own) => own.hooks.includes(hook)))
  const did = reduced === null ? 'removed' : 'reduced'
  return ok({ hooks: named, file, did, change: { file, before, after, mode: before.mode } })
}
