import { expect, it } from 'vitest'
import { profileSecretsIn } from '../../src/aws/index.js'

it.each<[string, string, readonly string[]]>([
  ['a profile', '[prod]\naws_access_key_id = I\naws_secret_access_key = S\n', ['prod S']],
  ['its session token', '[prod]\naws_secret_access_key=S\naws_session_token=T\n', ['prod S', 'prod T']],
  ["boto's old name for a token", '[a]\naws_security_token = T', ['a T']],
  ['every profile', '[a]\naws_secret_access_key=S\n[b]\naws_secret_access_key=T\n', ['a S', 'b T']],
  ["config's way to name one", '[profile dev east]\naws_secret_access_key = S\n', ['dev east S']],
  ['a quoted name', '[profile "dev"]\naws_secret_access_key = S\n', ['dev S']],
  ['no section', 'aws_secret_access_key = S\n', ['default S']],
  ['CR LF, a byte order mark, blanks', '\uFEFF [ a ]\r\n  AWS_Secret_Access_Key\t=\t S \r\n', ['a S']],
  ['quotes, which some write', '[a]\naws_secret_access_key = "S"\n', ['a S']],
  ['a remark behind it', '[a]\naws_secret_access_key = S # old\n', ['a S']],
  ['one that is commented out', '[a]\n#aws_secret_access_key = S\n; aws_session_token = T\n', []],
  ['no value', '[a]\naws_secret_access_key =\nregion = eu\n', []],
  ['an id, which is no secret', '[a]\naws_access_key_id = I\nregion = eu-west-1\n', []],
  ['another format', '{"aws_secret_access_key": "S"}', []],
  ['nothing', '', []],
])('%s', (_situation, text, expected) => {
  expect(profileSecretsIn(text).map(({ profile, value }) => `${profile} ${value}`)).toEqual(expected)
})
