import type { Sql } from '../../platform/database.ts'
import type { Vaults } from '../../platform/vault.ts'
import { makeCore } from '../core.ts'
import { openRing } from '../custody.ts'
import { handOut } from '../hand-out.ts'
import { type TakenOrders, takeOrders } from '../orders.ts'

export interface StartedVault {
  orders: TakenOrders
  vaults: Vaults
  /** What it told whoever started it. */
  said: readonly string[]
}

/** The vault as a start finds it in this database and this folder, within this process; nothing is caught up yet. */
export async function startedVault(sql: Sql, dataDir: string): Promise<StartedVault> {
  const said: string[] = []
  const ring = await openRing(sql, dataDir, (line) => void said.push(line))
  const core = makeCore({ sql, ring, accounts: true })
  const orders = takeOrders(core, { ...core, sql, ring, dataDir })
  return { orders, vaults: handOut(core), said }
}
