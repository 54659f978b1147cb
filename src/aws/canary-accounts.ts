/**
 * Accounts that hand out canary keys: calling AWS with one alarms its owner, so such a key is recognised by its
 * account, offline, and never called. Both lists are those of trufflesecurity/trufflehog,
 * pkg/detectors/aws/access_keys/canary.go, as of August 2026. Self-hosted canaries live in their owners' accounts
 * and can't be listed.
 */

/**
 * Thinkst (canarytokens.org). Confirmed elsewhere: 052310077262 and 595918472158 by decoding public test ids whose
 * ARNs are published, 534261010715 by RhinoSecurityLabs/pacu, 992382622183 by 0xCardinal/covert-canary-detection.
 */
const THINKST = [
  '052310077262',
  '171436882533',
  '266735846894',
  '534261010715',
  '595918472158',
  '717712589309',
  '730335385048',
  '819147034852',
  '893192397702',
  '992382622183',
]

/** Services of the same kind by others; one source only. */
const OTHERS = [
  '044858866125',
  '251535659677',
  '344043088457',
  '351906852752',
  '390477818340',
  '426127672474',
  '427150556519',
  '439872796651',
  '445142720921',
  '465867158099',
  '637958123769',
  '693412236332',
  '732624840810',
  '735421457923',
  '959235150393',
  '982842642351',
]

const CANARY_ACCOUNTS: ReadonlySet<string> = new Set([...THINKST, ...OTHERS])

/** @param account 12 digits, as `accountOf` gives them */
export const isCanaryAccount = (account: string): boolean => CANARY_ACCOUNTS.has(account)
