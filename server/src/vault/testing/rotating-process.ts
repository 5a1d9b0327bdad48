import { connectAs } from '../../platform/database.ts'
import { makeCore } from '../core.ts'
import { openRing } from '../custody.ts'
import { takeOrders } from '../orders.ts'

// Rotates keys until somebody kills it. Told by message where; says a word when it has begun.
interface Told {
  server: { socketDir: string; port: number; superuser: string }
  database: string
  dataDir: string
}

process.once('message', async ({ server, database, dataDir }: Told) => {
  const sql = connectAs(server, database, 'ke_vai_vault', 2)
  const ring = await openRing(sql, dataDir, () => {})
  const core = makeCore({ sql, ring, accounts: true })
  const orders = takeOrders(core, { sql, ring, keys: core.keys, personKeys: core.personKeys, dataDir })
  process.send?.('begun')
  for (;;) await orders.rotate(true)
})
process.once('disconnect', () => process.exit(0))
