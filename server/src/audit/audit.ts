import type { Words } from '@ke-vai/contract/words.ts'
import { houseChain } from '../platform/audit.ts'
import type { Sql } from '../platform/database.ts'
import type { Read } from '../platform/reads.ts'
import { openFileSigner } from './head-signer.ts'
import { keepHeads, type SignedRound, signHeads } from './keep-heads.ts'
import { listAudit } from './list-audit.ts'
import { showUnusual } from './show-unusual.ts'
import { sayHeadsTrouble, sayTrouble } from './trouble-words.ts'
import { readHeads, type Verification, verifyAudit } from './verify-audit.ts'

/** The handlers of the audit's readers: the door of this folder for the routes. */
export const auditReads: Read[] = [listAudit, showUnusual]

/** Where the signed heads lie, beside the database that they are of. */
export interface HeadsPlace {
  dataDir: string
  /** A folder on another disk with the same lines. */
  auditCopy?: string | undefined
}

/** Signs the heads from now on until `stop`, or says why not; for the running product. */
export async function keepAuditHeads(
  sql: Sql,
  { dataDir, auditCopy }: HeadsPlace,
  say: (line: string) => void,
): Promise<() => Promise<void>> {
  const signer = await openFileSigner(dataDir)
  if (!signer) {
    say(
      'CHÚ Ý: nhật ký đã từng được ký nhưng khóa ký không còn ở đó; cho tới khi đặt lại khóa, nhật ký không được ký (the key that signed the audit is gone; until it is put back nothing is signed).',
    )
    return async () => {}
  }
  return (await keepHeads({ sql, dataDir, copyDir: auditCopy, signer }, say)).stop
}

/** Signs the heads once, now. Null: the key is gone. @param sql a role that may ask policy.audit_heads() */
export async function signAuditNow(
  sql: Sql,
  { dataDir, auditCopy }: HeadsPlace,
): Promise<SignedRound | null> {
  const signer = await openFileSigner(dataDir)
  return signer && signHeads({ sql, dataDir, copyDir: auditCopy, signer })
}

/**
 * Verifies the audit of a database against the heads that were signed, and says in a sentence what is wrong with each
 * chain: none when it is whole.
 * @param sql a role that reads every line (ke_vai_backup)
 * @param publicKeyText a key kept elsewhere, to be believed instead of the one beside the heads
 */
export async function verifyAuditOf(
  sql: Sql,
  place: HeadsPlace,
  publicKeyText?: string,
): Promise<Verification & { sentences: string[] }> {
  const known = readHeads(place.dataDir, place.auditCopy, publicKeyText)
  const verified = await verifyAudit(sql, known)
  const ofChains = verified.troubles.map(async (each) => sayTrouble(each, await nameOf(sql, each.chain)))
  const ofHeads = verified.headsTrouble ? [sayHeadsTrouble(verified.headsTrouble)] : []
  return { ...verified, sentences: [...ofHeads, ...(await Promise.all(ofChains))] }
}

async function nameOf(sql: Sql, chain: string): Promise<Words> {
  if (chain === houseChain) return { vi: 'toàn hệ thống', en: 'the whole system' }
  const [row] = await sql<{ name: string }[]>`
    select name from organisation_name where organisation_id = ${chain} order by valid_from desc limit 1`
  const name = `«${row?.name ?? chain}»`
  return { vi: name, en: name }
}
