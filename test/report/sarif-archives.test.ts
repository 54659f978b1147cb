import { expect, it } from 'vitest'
import type { ScanResult } from '../../src/model/index.js'
import { render } from '../../src/report/index.js'
import { pairFinding, renderOptions, scanResult } from '../support/findings.js'
import { schemaErrors } from './sarif-schema.js'

const logOf = (result: ScanResult) => JSON.parse([...render(result, 'sarif', renderOptions())].join(''))
const runOf = (result: ScanResult) => logOf(result).runs[0]

const container = ['in.zip', 'conf/a.env']

it('a result in a member is valid', () => {
  expect(schemaErrors(logOf(scanResult([pairFinding({ container })])))).toEqual([])
})

it('a member that was not read is named', () => {
  const unread = [
    { class: 'unread', path: 'a.zip', container, reason: 'encrypted-member', detail: '' },
  ] as const
  const log = logOf(scanResult([], { unread: [...unread] }))
  expect(schemaErrors(log)).toEqual([])
  const [notification] = log.runs[0].invocations[0].toolExecutionNotifications
  expect(notification.message.text).toBe('Could not be read (in.zip > conf/a.env): encrypted.')
})

it('a result in a member is placed at the beginning of an archive, and says where in it', () => {
  const [first, second] = runOf(
    scanResult([
      pairFinding({ path: 'lib/a.jar', container: ['in.zip', 'conf/a.env'] }),
      pairFinding({ path: 'lib/a.jar', container: ['in.zip', 'conf/b.env'] }),
    ]),
  ).results
  expect(first.message.text).toContain('. In in.zip > conf/a.env, line 3. Why: ')
  expect(first.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: 'lib/a.jar' },
        region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
      },
    },
  ])
  expect(first.relatedLocations).toBeUndefined()
  expect(first.message.text).not.toContain('See also')
  expect(first.properties.container).toEqual(['in.zip', 'conf/a.env'])
  const hashes = [first, second].map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash)
  expect(new Set(hashes).size).toBe(2)
})
