import type { AddressInfo } from 'node:net'
import { keepAuditHeads } from '../server/src/audit/audit.ts'
import { searchPlaces } from '../server/src/place/place.ts'
import { openDatabase } from '../server/src/platform/database.ts'
import { makeProduct } from '../server/src/product.ts'
import { openVault } from '../server/src/running.ts'
import type { Order } from './child.ts'

// The product as main.ts starts it, in a process of its own, so that asking and answering do not share one thread: with
// its vault in a third process, with the audit's heads being signed. It is told by message which database to open, says
// its address, and ends with its owner; its vault ends with it.
process.once('message', async ({ server, database, dataDir }: Order) => {
  const pools = openDatabase(server, database)
  const vault = await openVault({ server, database, dataDir }, 'server', () => {})
  await keepAuditHeads(pools.app, { dataDir }, () => {})
  const http = await makeProduct(pools, vault.vaults)
  await http.listen({ host: '127.0.0.1', port: 0 })
  await searchPlaces(pools.app, { q: '' })
  process.once('disconnect', () => process.exit(0))
  process.send?.(`http://127.0.0.1:${(http.server.address() as AddressInfo).port}`)
})
