import type { Sql, Tx } from '../platform/database.ts'

/** One audit line as it is stored, every column as text; `fields` is JSON, `at` microseconds since 1970. */
export interface StoredLine {
  chain: string
  /** Null for a line of before the chain. */
  seq: number | null
  at: string
  province: string
  id: string
  accountId: string | null
  signInId: string | null
  action: string
  clubId: string | null
  subjectKind: string | null
  subjectId: string | null
  fields: string
  reason: string | null
  commandId: string | null
  /** In hex. */
  hash: string | null
}

const text = (value: string | null) => (value === null ? 'null' : JSON.stringify(value))

/**
 * What the hash of a line is taken over. It says the same as policy.audit_text does in the database, apart from it, so
 * that a function that somebody changed there hides nothing.
 */
export function lineText(line: StoredLine): string {
  const { chain, seq, at, province, id, accountId, signInId, action, clubId } = line
  const { subjectKind, subjectId, fields, reason, commandId } = line
  return `["${chain}", ${seq}, "${at}", ${text(province)}, "${id}", ${text(accountId)}, ${text(signInId)}, ${text(action)}, ${text(clubId)}, ${text(subjectKind)}, ${text(subjectId)}, ${fields}, ${text(reason)}, ${text(commandId)}]`
}

/** Each chain from its first line on, a batch at a time. */
export function readChained(sql: Sql | Tx): AsyncGenerator<StoredLine[]> {
  return readLines(sql, sql`where seq is not null order by chain, seq`)
}

/** The lines of before the chain, in the order in which the chain's first line counts them. */
export function readUnchained(sql: Sql | Tx): AsyncGenerator<StoredLine[]> {
  return readLines(sql, sql`where seq is null order by id, province collate "C"`)
}

type Fragment = ReturnType<Sql>

// COPY, because a driver's row objects would cost more than the hashing.
async function* readLines(sql: Sql | Tx, which: Fragment): AsyncGenerator<StoredLine[]> {
  const stream = await sql`
    copy (select chain, seq, pg_catalog.trunc(extract(epoch from at) * 1000000), province, id, account_id, sign_in_id,
      action, club_id, subject_kind, subject_id, coalesce(pg_catalog.to_json(fields)::text, 'null'), reason, command_id,
      pg_catalog.encode(hash, 'hex') from public.audit_event ${which}) to stdout`.readable()
  let rest = ''
  const decoder = new TextDecoder()
  for await (const bytes of stream as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    if (lines.length > 0) yield lines.map(parseLine)
  }
  // The driver pauses its socket for a slow reader and forgets it when the copy ends just then: this goes on reading.
  stream._read(0)
}

function parseLine(copied: string): StoredLine {
  const escaped = copied.includes('\\')
  const words = copied.split('\t')
  const at = (index: number): string | null => {
    const word = words[index] ?? '\\N'
    if (!escaped) return word
    return word === '\\N' ? null : readEscapes(word)
  }
  const must = (index: number) => at(index) ?? ''
  const seq = at(1)
  return {
    chain: must(0),
    seq: seq === null ? null : Number(seq),
    at: must(2),
    province: must(3),
    id: must(4),
    accountId: at(5),
    signInId: at(6),
    action: must(7),
    clubId: at(8),
    subjectKind: at(9),
    subjectId: at(10),
    fields: must(11),
    reason: at(12),
    commandId: at(13),
    hash: at(14),
  }
}

const escapes: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

function readEscapes(word: string): string {
  return word.includes('\\') ? word.replace(/\\(.)/gsu, (_, char: string) => escapes[char] ?? char) : word
}
