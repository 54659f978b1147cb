/** How a character of a base64 value may be written inside another syntax, and what stands for it. */
const ESCAPED_UNIT =
  /\\*\/|%(2[Bb]|2[Ff]|3[Dd])|\\+u00(2[Bb]|2[Ff]|3[Dd])|\\+x(2[Bb]|2[Ff]|3[Dd])|&#(?:x(2[Bb]|2[Ff]|3[Dd])|(43|47|61));/g

/** JSON's `\/`, percent encoding, `\u002b`, `\x2b` and XML's `&#43;` undone; other text is returned as it is. */
export const unescapeBase64 = (value: string): string => {
  if (!/[\\%&]/.test(value)) return value
  return value.replace(ESCAPED_UNIT, (_unit, ...groups: (string | undefined)[]) => {
    const decimal = groups[4]
    if (decimal !== undefined) return String.fromCharCode(Number(decimal))
    const hex = groups.slice(0, 4).find((group) => group !== undefined)
    return hex === undefined ? '/' : String.fromCharCode(Number.parseInt(hex, 16))
  })
}
