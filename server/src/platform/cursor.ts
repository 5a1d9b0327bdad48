import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Refused } from './refused.ts'

// Made anew by each running server and never kept: what one process sealed, the next cannot open.
const key = randomBytes(32)
const ivBytes = 12
const tagBytes = 16

/** Where a page ended, sealed for whoever read it: it tells nothing, and nobody else, nothing else, opens it. */
export interface Cursors {
  /** What the next page is asked with. `position` is the place in the order of the read: an id, a code, a time. */
  seal(position: string): string
  /** The position to go on from; null at the first page. Refuses with `cursor_expired` what was not sealed here. */
  open(sealed: string | undefined): string | null
}

/**
 * The cursors of one read by one account with these filters. How many lines a page has (`limit`) may change from page
 * to page; anything else that changes begins another list.
 */
export function cursorsOf(
  read: string,
  accountId: string,
  { params, query }: { params: unknown; query: unknown },
): Cursors {
  const { after: _after, limit: _limit, ...filters } = query as Record<string, unknown>
  const bound = Buffer.from(JSON.stringify([read, accountId, inOrder(params), inOrder(filters)]))
  return {
    seal: (position) => {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(bound)
      const sealed = Buffer.concat([cipher.update(position, 'utf8'), cipher.final()])
      return Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString('base64url')
    },
    open: (sealed) => {
      if (sealed === undefined) return null
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < ivBytes + tagBytes) throw new Refused('cursorExpired')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes))
        .setAAD(bound)
        .setAuthTag(bytes.subarray(-tagBytes))
      try {
        const position = decipher.update(bytes.subarray(ivBytes, -tagBytes))
        return Buffer.concat([position, decipher.final()]).toString('utf8')
      } catch {
        throw new Refused('cursorExpired')
      }
    },
  }
}

function inOrder(fields: unknown): unknown {
  return Object.entries(fields as Record<string, unknown>)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
