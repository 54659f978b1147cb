import { streamGit } from './git.js'
import type { Appearance } from './history-attribution.js'
import { callAt, type HistoryPlace } from './history-place.js'

/** Who set an annotated tag, on what. @param oid `<oid>^{tag}`. @returns null where git can't read it */
export const tagAppearance = async (
  place: HistoryPlace,
  oid: string,
): Promise<Omit<Appearance, 'order'> | null> => {
  // The message behind the header can be of any length.
  let head = Buffer.alloc(0)
  const call = callAt(place, ['cat-file', 'tag', oid.slice(0, -'^{tag}'.length)])
  const answer = await streamGit(call, (chunk) => {
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES)])
  })
  if (!answer.ok) return null
  const [header = ''] = head.toString('utf8').split('\n\n', 1)
  const field = (name: string) => new RegExp(`^${name} (.*)$`, 'm').exec(header)?.[1] ?? ''
  // Of a tag that is set on no commit, there is none to tell.
  if (field('type') !== 'commit') return null
  // The oldest tags name nobody.
  const [, author = '', seconds, zone = '+0000'] = TAGGER.exec(field('tagger')) ?? []
  const date = seconds === undefined ? '' : isoDate(Number(seconds), zone)
  return { commit: field('object'), author, date, path: `tag ${field('tag')}` }
}

/** More than any header that git writes. */
const HEAD_BYTES = 1 << 16

const TAGGER = /^(.*?) ?<[^>]*> (\d+) ([+-]\d{4})$/

/** @param seconds since 1970. @param zone as git writes it, `+0130` */
const isoDate = (seconds: number, zone: string): string => {
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5))
  const local = new Date((seconds + (zone.startsWith('-') ? -minutes : minutes) * 60) * 1000)
  if (Number.isNaN(local.getTime())) return ''
  return `${local.toISOString().slice(0, 19)}${zone.slice(0, 3)}:${zone.slice(3, 5)}`
}
