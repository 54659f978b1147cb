import { LEAST_OWN_CHARACTERS, nameClueOf, secretsInValue } from '../../rules/index.js'
import type { OwnSecretsRequest } from '../request.js'
import type { Kept } from './collection.js'

/**
 * The values of variables whose names speak of a secret, and passwords in URLs under any name. What else stands in an
 * environment (ids of sessions, sockets, build numbers) often looks random and is no secret.
 */
export const keptInEnvironment = ({ env }: OwnSecretsRequest): readonly Kept[] =>
  Object.entries(env).flatMap(([name, value = '']) => {
    // Most are too short, so that their names need not be looked at.
    if (value.length < LEAST_OWN_CHARACTERS || name.startsWith('KEYSIEVE_')) return []
    const clue = nameClueOf(name)
    return secretsInValue(value, clue === 'none' ? 'other' : clue).map(
      (one): Kept => ({
        value: one,
        words: `environment variable ${name}`,
        file: null,
        strength: variableStrength(name, one),
      }),
    )
  })

const AWS_NAME = /^(?:AWS|AMAZON)_(?:SECRET_ACCESS_KEY|SECRET_KEY|SESSION_TOKEN|SECURITY_TOKEN)$/i

/** Only an AWS secret is as random as its form says; what people choose may be guessed. */
export const variableStrength = (name: string, value: string): Kept['strength'] =>
  AWS_NAME.test(name) && value.length >= 40 ? 'strong' : 'guessable'
