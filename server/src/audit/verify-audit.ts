import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { houseChain } from '../platform/audit.ts'
import type { Sql, Tx } from '../platform/database.ts'
import { type Begun, ChainCheck, type Head, type Trouble } from './chain-check.ts'
import { type HeadLine, readHeadLines, wholeLines } from './head-line.ts'
import { headsFile, headsPublicKey, readPublicKey } from './head-signer.ts'
import { lineText, readChained, readUnchained } from './stored-line.ts'

/** What stands against the heads file itself, apart from any chain. */
export interface HeadsTrouble {
  /** The first line of the file (from 1) that is not right; null when the file or its key cannot be read at all. */
  line: number | null
  wrong: 'not_signed_so' | 'copy_differs' | 'no_public_key'
}

export interface Verification {
  chains: number
  lines: number
  /** Signed heads that the chains were compared with, and when the last one was signed. */
  heads: number
  lastHeadAt: string | null
  seconds: number
  /** The first trouble of each chain, in the order of the chains; none when everything holds. */
  troubles: Trouble[]
  headsTrouble: HeadsTrouble | null
}

/** The signed heads that lie beside a database, and what is wrong with them. */
export interface KnownHeads {
  heads: readonly HeadLine[]
  trouble: HeadsTrouble | null
}

/**
 * Reads the signed heads of a data folder and compares them with their copy.
 * @param publicKeyText a key kept elsewhere, to be believed instead of the one beside the heads
 */
export function readHeads(dataDir: string, copyDir?: string, publicKeyText?: string): KnownHeads {
  const linesOf = (path: string) => (existsSync(path) ? wholeLines(readFileSync(path, 'utf8')) : [])
  const own = linesOf(headsFile(dataDir))
  const copy = copyDir ? linesOf(join(copyDir, 'heads.jsonl')) : []
  const differs = own.findIndex((line, i) => i < copy.length && copy[i] !== line)
  // Whoever shortens one of them has not shortened the other.
  const lines = copy.length > own.length ? copy : own
  if (lines.length === 0) return { heads: [], trouble: null }
  const keys = [headsPublicKey(dataDir), ...(copyDir ? [join(copyDir, 'heads.pub')] : [])].filter(existsSync)
  const keyText = publicKeyText ?? (keys[0] === undefined ? '' : readFileSync(keys[0], 'utf8'))
  const publicKey = readPublicKey(keyText)
  if (!publicKey) return { heads: [], trouble: { line: null, wrong: 'no_public_key' } }
  const { heads, badLine } = readHeadLines(lines, publicKey)
  if (badLine !== null) return { heads, trouble: { line: badLine, wrong: 'not_signed_so' } }
  if (differs >= 0) return { heads, trouble: { line: differs + 1, wrong: 'copy_differs' } }
  return { heads, trouble: null }
}

/**
 * Recomputes every chain of a database from its columns, and compares it with its head in the database and with every
 * signed head.
 * @param sql a role that reads every line (ke_vai_backup)
 * @param known heads that were read before this is called, so that none can be younger than the lines
 */
export async function verifyAudit(sql: Sql, known: KnownHeads): Promise<Verification> {
  const began = performance.now()
  const found = await sql.begin('isolation level repeatable read read only', (tx) =>
    verifyIn(tx, known.heads),
  )
  return {
    ...found,
    heads: known.heads.length,
    lastHeadAt: known.heads.at(-1)?.at ?? null,
    seconds: (performance.now() - began) / 1000,
    headsTrouble: known.trouble,
  }
}

/** The same inside a transaction that sees every line. */
export async function verifyIn(
  tx: Tx,
  signed: readonly HeadLine[],
): Promise<Pick<Verification, 'chains' | 'lines' | 'troubles'>> {
  const heads = await tx<{ chain: string; seq: number; hash: string }[]>`
    select chain, last_seq as seq, pg_catalog.encode(head, 'hex') as hash from public.audit_chain`
  const checks = new Map<string, ChainCheck>()
  const checkOf = (chain: string) => {
    const check = checks.get(chain) ?? new ChainCheck(chain, signedOf(signed, chain))
    checks.set(chain, check)
    return check
  }
  for await (const lines of readChained(tx)) for (const line of lines) checkOf(line.chain).take(line)
  for (const { chain } of [...heads, ...signed]) checkOf(chain)
  const headOf = new Map<string, Head>(heads.map((head) => [head.chain, head]))
  for (const [chain, check] of checks) check.end(headOf.get(chain))
  const before = await checkUnchained(tx, checkOf(houseChain))
  const troubles = [...checks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { trouble }]) => trouble ?? [])
  const lines = [...checks.values()].reduce((all, check) => all + check.lines, before.lines)
  return { chains: checks.size, lines, troubles: [...before.troubles, ...troubles] }
}

function signedOf(heads: readonly HeadLine[], chain: string): Head[] {
  const own = heads.filter((head) => head.chain === chain)
  return own.sort((a, b) => a.seq - b.seq)
}

/** The lines of before the chain are just those that the house's first line counted. */
async function checkUnchained(tx: Tx, house: ChainCheck): Promise<{ lines: number; troubles: Trouble[] }> {
  const all = createHash('sha256')
  let lines = 0
  let hashed = false
  let at: string | null = null
  for await (const batch of readUnchained(tx))
    for (const line of batch) {
      lines += 1
      at = line.at
      if (line.hash !== null) hashed = true
      all.update(createHash('sha256').update(lineText(line)).digest())
    }
  const now: Begun = { lines, sha256: all.digest('hex') }
  const { begun } = house
  // Without its first line the house's chain says what is wrong with it; here only lines that nobody counted.
  const right = begun ? begun.lines === now.lines && begun.sha256 === now.sha256 && !hashed : lines === 0
  if (right) return { lines, troubles: [] }
  return { lines, troubles: [{ chain: houseChain, seq: 0, at, wrong: 'before_chain' }] }
}
