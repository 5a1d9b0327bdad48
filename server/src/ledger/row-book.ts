import type { CommandContext } from '../platform/commands.ts'
import { rowHashes } from './known-rows.ts'

type RowKind = 'person' | 'member' | 'contact' | 'referral' | 'session'

/** Collects the rows of this import that will be known from now on, and writes them at its end. */
export interface RowBook {
  remember(kind: RowKind, fingerprint: string, targetId: string): void
  write(clubId: string, importId: string): Promise<void>
}

export function openRowBook(context: CommandContext): RowBook {
  const rows: { kind: RowKind; fingerprint: string; target_id: string }[] = []
  return {
    remember: (kind, fingerprint, targetId) => {
      rows.push({ kind, fingerprint, target_id: targetId })
    },
    write: async (clubId, importId) => {
      if (rows.length === 0) return
      const { tx, province } = context
      const hashes = await rowHashes(
        context,
        rows.map((row) => row.fingerprint),
      )
      const whole = rows.map(({ kind, target_id }, i) => {
        const fingerprint = hashes[i]
        if (!fingerprint) throw new Error('the vault hashed fewer than it was given')
        return { kind, target_id, fingerprint, province, club_id: clubId, import_id: importId }
      })
      await tx`insert into ledger_row ${tx(whole)}`
    },
  }
}
