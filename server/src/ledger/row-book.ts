import type { CommandContext } from '../platform/commands.ts'
import { rowHash } from './known-rows.ts'

type RowKind = 'person' | 'member' | 'contact' | 'referral' | 'session'

/** Collects the rows of this import that will be known from now on, and writes them at its end. */
export interface RowBook {
  remember(kind: RowKind, fingerprint: string, targetId: string): void
  write(clubId: string, importId: string): Promise<void>
}

export function openRowBook(context: CommandContext): RowBook {
  const rows: { kind: RowKind; fingerprint: Buffer; target_id: string }[] = []
  return {
    remember: (kind, fingerprint, targetId) => {
      rows.push({ kind, fingerprint: rowHash(context, fingerprint), target_id: targetId })
    },
    write: async (clubId, importId) => {
      if (rows.length === 0) return
      const { tx, province } = context
      const whole = rows.map((row) => ({ ...row, province, club_id: clubId, import_id: importId }))
      await tx`insert into ledger_row ${tx(whole)}`
    },
  }
}
