import { z } from 'zod'

/**
 * The form of a backup, inside gzip: a header line (JSON); for each table the lines of `copy … to stdout` in text form
 * and a line `\.`; a footer line (JSON). Every row is one line, because that form writes a line break as `\n`.
 */
export const formatVersion = 2

/** The line that ends a table; a row can never be equal to it. */
export const tableEnd = Buffer.from('\\.\n')

/**
 * Sign-ins stay out: a restore would bring back sessions that were ended since, and everybody can simply sign in
 * again. Nothing refers to them.
 */
export const leftOut: readonly string[] = ['sign_in']

/**
 * The secret by which the database knows who entered (policies/0_seal.sql) belongs to this database alone: in the hands
 * of whoever came by a backup it would let anybody act as anybody. A restored database gets one of its own.
 */
export const rowsLeftOut: Readonly<Record<string, string>> = { deployed: `what <> 'entry_seal'` }

/**
 * What opens a person lies in a file of its own, thrown away after `keysLiveDays`: data may be kept for years, and of
 * somebody who was erased no copy of the data opens once the last file of keys from before is gone. The certificates of
 * erasure travel with the keys, so that older data learn of later erasures.
 */
export const keyTables: readonly string[] = ['vault_key', 'person_key', 'identity_index']
export const keysLiveDays = 30

/** The name of the file of keys beside a file of data. */
export const keysFileOf = (file: string) => `${file}.keys`

export const backupHeader = z.object({
  format: z.literal('ke-vai-backup'),
  version: z.int(),
  madeAt: z.iso.datetime(),
  /** 'keys': the wrapped keys alone; 'data': everything else. */
  holds: z.enum(['data', 'keys']),
  /** The installation: the moment of its first migration, which no copy of it changes. */
  origin: z.string(),
  /** The product's own version, as the names and hashes of its migrations. */
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  /** In the order in which rows may refer to one another. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  leftOut: z.array(z.string()),
})
export type BackupHeader = z.infer<typeof backupHeader>

const tableSum = z.object({ name: z.string(), rows: z.int().nonnegative(), sha256: z.string() })
/** How many rows a table has and the hash of their lines in the order of its key. */
export type TableSum = z.infer<typeof tableSum>

export const backupFooter = z.object({
  tables: z.array(tableSum),
  /** Of every byte before the footer line. */
  sha256: z.string(),
})
export type BackupFooter = z.infer<typeof backupFooter>

/** How many lines end in these bytes; every row is one. */
export function countLines(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1
  return count
}
