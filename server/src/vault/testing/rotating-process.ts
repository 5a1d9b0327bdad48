import { connectAs } from '../../platform/database.ts'
import { startedVault } from './started-vault.ts'

// Rotates keys until somebody kills it. Told by message where; says a word when it has begun.
interface Told {
  server: { socketDir: string; port: number; superuser: string }
  database: string
  dataDir: string
}

process.once('message', async ({ server, database, dataDir }: Told) => {
  const sql = connectAs(server, database, 'ke_vai_vault', 2)
  const { orders } = await startedVault(sql, dataDir)
  process.send?.('begun')
  for (;;) await orders.rotate(true)
})
process.once('disconnect', () => process.exit(0))
