import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LawTable, type LawTables, lawTable } from '@ke-vai/contract/entitlement/law.ts'
import { root } from '../platform/config.ts'

/** The tables of supports as the data files hold them. A file that is not of this shape stops the start. */
export const lawTables: LawTables = {
  '2011': readTable('entitlements-law66-2011-art32.json'),
  '2024': readTable('entitlements-law53-2024-art37.json'),
}

function readTable(file: string): LawTable {
  return lawTable.parse(JSON.parse(readFileSync(join(root, 'database/reference/law', file), 'utf8')))
}
