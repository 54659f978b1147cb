/** Side door of `sources`: what opens archives. It is loaded where one is met, which in a hook is seldom. */

export type { ArchiveItem, ArchiveMember, ClosedMember, OpenMember } from './archive/archive-member.js'
export { gzipMember } from './archive/gzip-member.js'
export { heldBytes, type RandomBytes, wholePieceOf } from './archive/random-bytes.js'
export { tarMembers } from './archive/tar-members.js'
export { MOST_DEPTH, TOO_DEEP, Unpacking } from './archive/unpacking.js'
export { zipMembers } from './archive/zip-members.js'
