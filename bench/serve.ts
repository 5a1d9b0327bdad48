import type { AddressInfo } from 'node:net'
import { openDatabase, type Server } from '../server/src/platform/database.ts'
import { openVault, readOrMakeMasterKey } from '../server/src/platform/vault.ts'
import { makeProduct } from '../server/src/product.ts'

// The product in a process of its own, so that asking and answering do not share one thread. It is told by message
// which database to open, says its address, and ends with its owner.
interface Order {
  server: Server
  database: string
  dataDir: string
}

process.once('message', async (order: Order) => {
  const database = openDatabase(order.server, order.database)
  const vault = openVault(await readOrMakeMasterKey(order.dataDir))
  const http = await makeProduct(database, vault)
  await http.listen({ host: '127.0.0.1', port: 0 })
  process.send?.(`http://127.0.0.1:${(http.server.address() as AddressInfo).port}`)
  process.once('disconnect', () => process.exit(0))
})
