/** Of text as UTF-8; Node's module is loaded where it is needed, since a hook without findings needs none. */
export const sha256 = (text: string, encoding: 'hex' | 'base64'): string =>
  hash().update(text).digest(encoding)

const hash = () => process.getBuiltinModule('node:crypto').createHash('sha256')
