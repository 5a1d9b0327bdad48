import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type HeadSigner, isSignedBy } from './head-signer.ts'

const hex = z.string().regex(/^[0-9a-f]{64}$/)

/** One signed head, one line of JSON. `previous` is the SHA-256 of the line before it, signature and all. */
const headLine = z.strictObject({
  chain: z.uuid(),
  seq: z.int().positive(),
  hash: hex,
  at: z.iso.datetime(),
  previous: hex,
  signature: z.base64(),
})
export type HeadLine = z.infer<typeof headLine>

/** What the first line of a file names as the one before it. */
export const noLine = '0'.repeat(64)

export const hashOfLine = (line: string) => createHash('sha256').update(line).digest('hex')

const signed = (line: Omit<HeadLine, 'signature'>) =>
  Buffer.from(`ke-vai audit head 1|${line.chain}|${line.seq}|${line.hash}|${line.at}|${line.previous}`)

/** The line of a head, without its line end. */
export async function writeHeadLine(signer: HeadSigner, head: Omit<HeadLine, 'signature'>): Promise<string> {
  const signature = (await signer.sign(signed(head))).toString('base64')
  return JSON.stringify({ ...head, signature } satisfies HeadLine)
}

/** The lines of a heads file that are there whole: what a stopped machine left without its end does not count. */
export function wholeLines(text: string): string[] {
  const lines = text.split('\n')
  lines.pop()
  return lines
}

/**
 * Reads heads from the lines of a file.
 * @returns the heads up to the first line that is not right, and the number (from 1) of that line, if there is one
 */
export function readHeadLines(
  lines: readonly string[],
  publicKey: Buffer,
): { heads: HeadLine[]; badLine: number | null } {
  const heads: HeadLine[] = []
  let previous = noLine
  for (const [i, line] of lines.entries()) {
    const head = parseHeadLine(line)
    const right =
      head !== null &&
      head.previous === previous &&
      isSignedBy(publicKey, signed(head), Buffer.from(head.signature, 'base64'))
    if (!right) return { heads, badLine: i + 1 }
    heads.push(head)
    previous = hashOfLine(line)
  }
  return { heads, badLine: null }
}

/** Without looking at the signature. */
export function parseHeadLine(line: string): HeadLine | null {
  try {
    return headLine.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}
