/**
 * Tells names that people made (`RuleWithUseExpectToHaveBeenCalledOptions`, `org/docs/Web/API/File/webkitRelativePath`)
 * from random base64 of the same length: seven words in CamelCase change case as often as random characters do, but
 * their letters follow each other as in a language.
 *
 * The score is a log likelihood ratio in bits, rounded a step: how much likelier is each character after the one before
 * it in a name than in random base64. Counted over 284,000 tokens of 24 to 64 characters, but none of 40 and no mangled
 * C++ names, from 727 MB of npm packages and a Debian system's /usr; every second token gives the same results.
 */

/** Rows: from lower case, upper case, digit, sign; columns: to the same, in this order. */
const CLASS_STEPS: readonly (readonly number[])[] = [
  [1, -2, -5, -1],
  [1, -2, -3, -2],
  [-1, 0, 1, 1],
  [1, 0, -3, -4],
]

/** Rows: a letter of either case, a–z; columns: the lower-case letter behind it, a–z. A digit less four is its worth. */
const LETTER_STEPS: readonly (readonly number[])[] = [
  '03540140401645040557321120',
  '61126021540611510450600030',
  '50306405304500600436400030',
  '62147020602321530340401020',
  '42542220000445034665032411',
  '50005400700505600512400020',
  '40107233502613600551500000',
  '71107000501240610415410021',
  '43544350000436640355030003',
  '51048100030111510040200000',
  '51318420510433221261501010',
  '51037000600400630034500020',
  '73007000500350550230300010',
  '50555450401113420166330000',
  '23530240241457440623533010',
  '50136003400500640644400010',
  '00000001000300000010800000',
  '50427140503142610345340040',
  '30406203502112451257410021',
  '60306204700100520553302051',
  '34356120300555150656000000',
  '70107020700220320011000000',
  '60007013600304700550000000',
  '40606000501050260117200030',
  '33534010200455370365002003',
  '71127111410121611011303022',
].map((row) => Array.from(row, (digit) => Number(digit) - 4))

/**
 * Of the 1,565 tokens of exactly 40 characters there (mixed case, 4.25 bits a character; 44 of them true base64), all
 * but 84 are above; of a million random secrets 89 are, too. A limit on letters in words would cost 1,800 to find half
 * of the tokens.
 */
const LIKE_A_NAME = -18

/** Of 300,000 random secrets 28 are above the other limit, and none above this. */
const SURELY_A_NAME = -8

/** @param text letters, digits, `+` and `/` */
export const isSurelyAName = (text: string): boolean => nameScore(text) > SURELY_A_NAME

/** @param text letters, digits, `+` and `/` */
export const isLikeAName = (text: string): boolean => nameScore(text) > LIKE_A_NAME

const nameScore = (text: string): number => {
  let score = 0
  for (let i = 1; i < text.length; i++) score += stepScore(text.charCodeAt(i - 1), text.charCodeAt(i))
  return score
}

/** 1 of 28 random bodies of ids has nothing but letters; with a score above this: 1 in 30,000 (of three million). */
const LIKE_WORDS = 2

/** @param text any: `ASIAPACIFICHEADQUART` is made of words; with a digit in it, it would not be */
export const isLikeWords = (text: string): boolean =>
  /^[A-Za-z]+$/.test(text) && letterScore(text) > LIKE_WORDS

const letterScore = (letters: string): number => {
  let score = 0
  for (let i = 1; i < letters.length; i++)
    score += LETTER_STEPS[letterOf(letters.charCodeAt(i - 1))]?.[letterOf(letters.charCodeAt(i))] ?? 0
  return score
}

const LOWER = 0
const UPPER = 1
const DIGIT = 2
const SIGN = 3

const stepScore = (from: number, to: number): number => {
  const [a, b] = [classOf(from), classOf(to)]
  const step = CLASS_STEPS[a]?.[b] ?? 0
  return b === LOWER && a <= UPPER ? step + (LETTER_STEPS[letterOf(from)]?.[letterOf(to)] ?? 0) : step
}

/** A letter's place in the alphabet: bit 5 is its case. */
const letterOf = (code: number): number => (code | 0x20) - 0x61

const classOf = (code: number): number => {
  if (code >= 0x61 && code <= 0x7a) return LOWER
  if (code >= 0x41 && code <= 0x5a) return UPPER
  return code >= 0x30 && code <= 0x39 ? DIGIT : SIGN
}
