export type Casing = 'UPPER_SNAKE' | 'lower_snake' | 'camelCase' | 'PascalCase' | 'kebab-case' | 'dotted'

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`

/** A name given in words (`log level`), written as a format writes its names. */
export const cased = (words: string, casing: Casing): string => {
  const parts = words.split(' ')
  switch (casing) {
    case 'UPPER_SNAKE':
      return parts.join('_').toUpperCase()
    case 'lower_snake':
      return parts.join('_')
    case 'kebab-case':
      return parts.join('-')
    case 'dotted':
      return parts.join('.')
    case 'PascalCase':
      return parts.map(capital).join('')
    case 'camelCase':
      return parts.map((part, place) => (place === 0 ? part : capital(part))).join('')
  }
}

/** `AWS_KEY` for `staging` becomes `STAGING_AWS_KEY`, and so on in every casing. */
export const prefixed = (environment: string, name: string, casing: Casing): string => {
  switch (casing) {
    case 'UPPER_SNAKE':
      return `${environment.toUpperCase()}_${name}`
    case 'lower_snake':
      return `${environment}_${name}`
    case 'kebab-case':
      return `${environment}-${name}`
    case 'dotted':
      return `${environment}.${name}`
    case 'PascalCase':
      return `${capital(environment)}${capital(name)}`
    case 'camelCase':
      return `${environment}${capital(name)}`
  }
}
