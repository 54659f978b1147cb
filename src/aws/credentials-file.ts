/** One secret value of a file of AWS profiles. */
export interface ProfileSecret {
  /** `default` for what stands before any section, as well. */
  readonly profile: string
  readonly value: string
}

/** `[default]`, `[prod]`; in `~/.aws/config` `[profile prod]`. */
const SECTION = /^[ \t]*\[[ \t]*(?:profile[ \t]+)?["']?([^\]"']*)["']?[ \t]*\]/i

/** Names are those of the shared file (SDKs and Tools Reference Guide); `aws_security_token` is what boto once wrote. */
const SETTING =
  /^[ \t]*(?:aws_secret_access_key|aws_session_token|aws_security_token)[ \t]*[=:][ \t]*["']?([^\s"']+)/i

/**
 * The secret access keys and session tokens of `~/.aws/credentials` or `~/.aws/config`, in order. Not the access key ids:
 * those are no secrets. What is no line of these files is passed over.
 */
export const profileSecretsIn = (text: string): readonly ProfileSecret[] => {
  const found: ProfileSecret[] = []
  let profile = 'default'
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const section = SECTION.exec(line)?.[1]
    if (section !== undefined) profile = section.trim()
    const value = SETTING.exec(line)?.[1]
    if (value !== undefined) found.push({ profile, value })
  }
  return found
}
