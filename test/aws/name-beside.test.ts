import { expect, it } from 'vitest'
import { accessKeyId, secretAccessKey } from '../support/credentials.js'
import { detected, scanned } from '../support/detect.js'

const id = accessKeyId('remark')
const secret = secretAccessKey('remark')

it.each([' # AWS secret access key', ' # keysieve:allow aws-secret-access-key', ' // my aws_secret_key'])(
  'a remark behind a value says what it is, but does not name it:%s',
  (remark) => {
    const text = `upload(${id}, '${secret}')${remark}\n`
    expect(scanned(text).detections.map(({ occurrences: [{ name }] }) => name)).toEqual([''])
    expect(detected(`upload('${secret}')${remark}\n`)).toEqual([{ rule: 'aws-secret-access-key', secret }])
  },
)
