import { ok } from '../model/index.js'
import { FORMATS, type Format } from '../report/format.js'
import { fault, type Option } from './option.js'

/** `--output FORMAT=FILE`, the file as it was given. */
export interface OutputRequest {
  readonly format: Format
  readonly file: string
}

/** `--output`, repeatable. */
export const outputOption: Option<readonly OutputRequest[]> = {
  describe: 'Also write a report to a file; may be given several times',
  value: 'FORMAT=FILE',
  times: 'repeatable',
  shownDefault: 'none',
  parse: (given) => {
    const requests: OutputRequest[] = []
    for (const one of given) {
      const cut = one.indexOf('=')
      const format = FORMATS.find((known) => known === one.slice(0, cut))
      const file = one.slice(cut + 1)
      if (cut < 1 || format === undefined || file === '') {
        return fault(one, `is not FORMAT=FILE with FORMAT one of ${FORMATS.join(', ')}`)
      }
      requests.push({ format, file })
    }
    return ok(requests)
  },
}
