import { err, ok } from '../model/index.js'
import type { Answer } from './iam-calls.js'
import { strangeAnswer } from './iam-fault.js'

export interface Page<T> {
  readonly items: readonly T[]
  /** Where the next page begins; null on the last. */
  readonly next: string | null
}

interface Listing {
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

/** Null where anything in it is not as AWS writes it. */
export const pageOf = <T, U>(
  { IsTruncated, Marker }: Listing,
  listed: readonly T[] | undefined,
  read: (one: T) => U | null,
): Page<U> | null => {
  if (listed === undefined || IsTruncated === undefined) return null
  const items = listed.map(read).filter((one) => one !== null)
  if (items.length < listed.length || (IsTruncated && !Marker)) return null
  return { items, next: IsTruncated ? (Marker ?? null) : null }
}

/** 100 to 1,000 items each: more than an account holds. A list that never ends is not one of IAM. */
const MOST_PAGES = 500

/** All pages of a list, one after the other. */
export const allPages = async <T>(
  pageAt: (marker: string | null) => Promise<Answer<Page<T>>>,
  host: string,
  action: string,
): Promise<Answer<readonly T[]>> => {
  const items: T[] = []
  let marker: string | null = null
  for (let count = 0; count < MOST_PAGES; count++) {
    const page: Answer<Page<T>> = await pageAt(marker)
    if (!page.ok) return page
    items.push(...page.value.items)
    if (page.value.next === null) return ok(items)
    if (page.value.next === marker) break
    marker = page.value.next
  }
  return err(strangeAnswer(host, action))
}
