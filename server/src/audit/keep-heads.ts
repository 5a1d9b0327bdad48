import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Sql } from '../platform/database.ts'
import { writeDurably } from '../platform/engine/durable.ts'
import { hashOfLine, noLine, parseHeadLine, wholeLines, writeHeadLine } from './head-line.ts'
import { type HeadSigner, headsFile, headsPublicKey, publicKeyText } from './head-signer.ts'

const everyMinutes = 15

/** What a round of signing did. */
export interface SignedRound {
  /** How many heads were signed: one for each chain that had grown. */
  signed: number
  /** Chains that are shorter than, or other than, what was signed before. They are not signed again. */
  refused: string[]
}

interface Keeping {
  /** Where policy.audit_heads() may be asked. */
  sql: Sql
  dataDir: string
  /** A folder on another disk that gets the same lines. */
  copyDir?: string | undefined
  signer: HeadSigner
}

/**
 * Signs every chain that grew since it was last signed, and adds a line for it to the heads file (and its copy), which
 * are on disk when this returns. One process at a time.
 */
export async function signHeads({ sql, dataDir, copyDir, signer }: Keeping): Promise<SignedRound> {
  const path = headsFile(dataDir)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const release = await lock(`${path}.lock`)
  try {
    if (!existsSync(headsPublicKey(dataDir)))
      writeDurably(headsPublicKey(dataDir), publicKeyText(await signer.publicKey()), 0o644)
    const before = existsSync(path) ? wholeLines(readFileSync(path, 'utf8')) : []
    const lastOf = new Map(before.map(parseHeadLine).flatMap((head) => (head ? [[head.chain, head]] : [])))
    const heads = await sql<{ chain: string; seq: number; hash: Buffer }[]>`
      select chain, seq, hash from policy.audit_heads()`
    const added: string[] = []
    const refused = [...lastOf.keys()].filter((chain) => !heads.some((head) => head.chain === chain))
    let previous = before.length === 0 ? noLine : hashOfLine(before.at(-1) ?? '')
    for (const { chain, seq, hash } of heads) {
      const last = lastOf.get(chain)
      const now = { chain, seq, hash: hash.toString('hex') }
      if (last && (last.seq > seq || (last.seq === seq && last.hash !== now.hash))) refused.push(chain)
      if ((last && last.seq >= seq) || seq === 0) continue
      const line = await writeHeadLine(signer, { ...now, at: new Date().toISOString(), previous })
      previous = hashOfLine(line)
      added.push(line)
    }
    append(path, added)
    if (copyDir) copyTo(copyDir, dataDir, [...before, ...added])
    return { signed: added.length, refused }
  } finally {
    release()
  }
}

/** Signs now, every quarter of an hour, and at `stop`. What goes wrong is said and does not stop the product. */
export async function keepHeads(
  keeping: Keeping,
  say: (line: string) => void,
): Promise<{ signNow(): Promise<void>; stop(): Promise<void> }> {
  let running: Promise<void> = Promise.resolve()
  const signNow = () => {
    running = running.then(async () => {
      try {
        const { refused } = await signHeads(keeping)
        if (refused.length > 0)
          say(
            'CHÚ Ý: nhật ký trong cơ sở dữ liệu không còn khớp với bản đã ký; xin chạy «npx ke-vai verify-audit» (the audit no longer agrees with what was signed: run verify-audit).',
          )
      } catch (error) {
        const { code, name } = error as NodeJS.ErrnoException
        say(`CHÚ Ý: chưa ký được nhật ký (the audit could not be signed): ${code ?? name}`)
      }
    })
    return running
  }
  await signNow()
  const timer = setInterval(() => void signNow(), everyMinutes * 60_000)
  timer.unref()
  return {
    signNow,
    stop: () => {
      clearInterval(timer)
      return signNow()
    },
  }
}

/** Adds lines behind the last whole one: a line that a stopped machine left without its end is no line. */
function append(path: string, lines: readonly string[]): void {
  if (lines.length === 0) return
  const text = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  const whole = text.lastIndexOf(0x0a) + 1
  const file = openSync(path, whole === text.length ? 'a' : 'r+', 0o600)
  try {
    if (whole < text.length) ftruncateSync(file, whole)
    writeSync(file, Buffer.from(`${lines.join('\n')}\n`), 0, null, whole < text.length ? whole : null)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Brings the copy up to date; what is there already is never written again, so that the disk may forbid it. */
function copyTo(copyDir: string, dataDir: string, lines: readonly string[]): void {
  mkdirSync(copyDir, { recursive: true })
  const path = join(copyDir, 'heads.jsonl')
  const there = existsSync(path) ? wholeLines(readFileSync(path, 'utf8')).length : 0
  append(path, lines.slice(there))
  const publicKey = join(copyDir, 'heads.pub')
  if (!existsSync(publicKey)) writeDurably(publicKey, readFileSync(headsPublicKey(dataDir), 'utf8'), 0o644)
}

/** A file that only one process may make; the lock of one that died is taken over after half a minute. */
async function lock(path: string): Promise<() => void> {
  for (let tries = 0; ; tries += 1) {
    try {
      closeSync(openSync(path, 'wx', 0o600))
      return () => rmSync(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (tries >= 300) rmSync(path, { force: true })
      else await wait(100)
    }
  }
}
