import { createHmac, randomBytes } from 'node:crypto'
import type { Vaults } from './vault.ts'

const keys = new WeakMap<Vaults, Promise<Buffer>>()

/** One key a database, which the vault derives and the server keeps in memory alone. */
function keyOf(vaults: Vaults): Promise<Buffer> {
  const known = keys.get(vaults)
  if (known) return known
  const asked = vaults
    .asking(null)
    .hash('command_log', ['arguments'])
    .then(([key]) => key ?? randomBytes(32))
  keys.set(vaults, asked)
  asked.catch(() => keys.delete(vaults))
  return asked
}

/**
 * By what the log of commands knows a retry. The arguments may hold a name or a phone number, so the hash is keyed:
 * who has a copy of the database cannot try numbers against it. While the vault is shut nothing is known again: such a
 * retry is refused and its work is kept on the device.
 */
export async function hashArgs(vaults: Vaults, args: Record<string, unknown>): Promise<Buffer> {
  const key = await keyOf(vaults).catch(() => randomBytes(32))
  return createHmac('sha256', key).update(JSON.stringify(args)).digest()
}
