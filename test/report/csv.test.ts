import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ScanResult } from '../../src/model/index.js'
import { render } from '../../src/report/index.js'
import {
  ACCOUNT,
  HIDDEN,
  idFinding,
  KEY_ID,
  pairFinding,
  renderOptions,
  scanResult,
} from '../support/findings.js'
import { hostileText } from './hostile-names.js'

const rendered = (result: ScanResult): string => [...render(result, 'csv', renderOptions())].join('')

/** RFC 4180, strictly: records end with CR LF, quotes stand around whole fields. */
const recordsIn = (text: string): readonly (readonly string[])[] => {
  const records: string[][] = [[]]
  const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  while (FIELD.lastIndex < text.length) {
    const [whole, quoted, bare = '', end] = FIELD.exec(text) ?? []
    if (whole === undefined) throw new Error('not as RFC 4180 has it')
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare)
    if (end === '\r\n') records.push([])
  }
  return records.slice(0, -1)
}

const HEADER =
  'severity,confidence,rule,title,path,container,line,column,end line,end column,commit,author,date,in HEAD,account,key ID,verification,redacted,fingerprint,other places,remedy'

describe('csv', () => {
  it('has a line a finding under the names of the columns', () => {
    const [header, pair] = recordsIn(rendered(scanResult([pairFinding(), idFinding()])))
    expect(header).toEqual(HEADER.split(','))
    expect(pair).toEqual([
      ...[
        'high',
        'high',
        'aws-access-key',
        'AWS access key',
        '.env',
        '',
        '3',
        '23',
        '3',
        '63',
        '',
        '',
        '',
        '',
      ],
      ...[
        ACCOUNT,
        KEY_ID,
        '',
        HIDDEN,
        pairFinding().fingerprint,
        'its ID at .env:2:19',
        pairFinding().remedy,
      ],
    ])
  })

  it('is the names alone for a clean result', () => {
    expect(rendered(scanResult([]))).toBe(`${HEADER}\r\n`)
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['\t=1', '\\u{9}=1'],
    ['\r=1', '\\u{d}=1'],
    ['＝1', "'＝1"],
    ['=a,"b"', '\'=a,"b"'],
    ['a"b', 'a"b'],
    ['a,b', 'a,b'],
    ["a'b", "a'b"],
    [' a', ' a'],
  ])('writes %j as text', (path, field) => {
    expect(recordsIn(rendered(scanResult([pairFinding({ path })])))[1]?.[4]).toBe(field)
  })

  it('reads back as so many records of so many fields, none of them a formula', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (path, text) => {
        const finding = pairFinding({ path, container: [text], remedy: text, facts: { accessKeyId: text } })
        const records = recordsIn(rendered(scanResult([finding, finding])))
        expect(records.map(({ length }) => length)).toEqual([21, 21, 21])
        expect(records.flat().filter((field) => /^\s*[=+\-@]|^[\t\r]/.test(field))).toEqual([])
        expect(records.flat().filter((field) => /\p{Cc}/u.test(field))).toEqual([])
      }),
    )
  })
})
