import type { Result } from '../../model/index.js'
import type { Given, UsageFault } from '../given.js'
import type { ExitCode, Host } from '../host.js'
import type { OptionName } from '../options.js'

export interface Example {
  readonly line: string
  readonly says: string
}

export interface Command {
  readonly name: string
  /** Its arguments as the help shows them; empty where there are none. */
  readonly args: string
  /** First line: what it does, in one sentence. */
  readonly describe: string
  /** Further lines of the help; empty where the first says it all. */
  readonly details: string
  readonly options: readonly OptionName[]
  readonly examples: readonly Example[]
  /** Faults of usage come back as values; everything else is printed by the command itself. */
  readonly run: (
    args: readonly string[],
    given: Given,
    host: Host,
  ) => Promise<Result<ExitCode, readonly UsageFault[]>>
}
