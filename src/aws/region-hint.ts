import type { Candidate, Facts } from '../model/index.js'

/**
 * Regions and what else tells the partition (AWS General Reference, "Regional endpoints"; botocore's partitions.json).
 * Commercial ones count, too: the nearest says where a key is used.
 */
const PLACES =
  /(?<![a-z0-9])(?:(?<region>cn-north(?:west)?-\d|us-gov-(?:east|west)-\d|eusc-[a-z]{2}-[a-z]+-\d)|(?<partition>arn:aws-(?:cn|us-gov|eusc)(?=:)|amazonaws\.(?:com\.cn|eu)(?![a-z.]))|(?:us|eu|ap|sa|ca|me|af|il|mx)-[a-z]{4,9}-\d|arn:aws:)/g

/** Bytes; of what follows no more is there for every candidate. */
const NEAR_BEFORE = 1_024
const NEAR_AFTER = 512

/**
 * The fact `regionHint`: a region of another partition than the commercial one that the text around a key names nearest
 * to it, or that partition's name. Nothing for the commercial one and where there is none.
 */
export const regionFacts = (candidates: readonly Candidate[]): Facts => {
  let nearest: { readonly hint: string | null; readonly distance: number } | null = null
  for (const { around } of candidates) {
    const from = Math.max(0, around.start - NEAR_BEFORE)
    for (const match of around.text.slice(from, around.end + NEAR_AFTER).matchAll(PLACES)) {
      const at = from + match.index
      const distance = at < around.start ? around.start - at : Math.max(0, at - around.end)
      if (nearest === null || distance < nearest.distance)
        nearest = { hint: hintIn(match.groups ?? {}), distance }
    }
  }
  const hint = nearest?.hint ?? null
  return hint === null ? {} : { regionHint: hint }
}

const hintIn = ({ region, partition }: Readonly<Record<string, string | undefined>>): string | null => {
  if (region !== undefined) return region
  if (partition === undefined) return null
  if (partition.startsWith('arn:')) return partition.slice('arn:'.length)
  return partition.endsWith('.cn') ? 'aws-cn' : 'aws-eusc'
}
