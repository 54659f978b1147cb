/** The sentences of a remedy, which are its steps. A point inside a name or a number ends none. */
export const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=[.!?])\s+(?=[\p{Lu}"])/u).filter((sentence) => sentence.trim() !== '')
