import type { CommandDefinition } from '@ke-vai/contract/command.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import type { z } from 'zod'
import type { SentCommand } from '../api/api.ts'
import { type OutboxRow, openStore } from './store.ts'
import { type OpenVault, open, seal } from './vault.ts'

/** A command that waits on this device, or one that the server refused and a person must look at. */
export interface Waiting {
  seq: number
  state: OutboxRow['state']
  sent: SentCommand
  refusal: Refusal | null
}

// The sequence number is not known before the row is written, so the binding is the owner alone.
const boundTo = (vault: OpenVault) => `outbox|${vault.owner}`

/** Puts a command in the outbox, on disk before this resolves. Its shape is checked here; its rule by the form. */
export async function keepCommand<C extends CommandDefinition>(
  vault: OpenVault,
  command: C,
  args: z.input<C['args']>,
): Promise<SentCommand> {
  const sent = {
    id: crypto.randomUUID(),
    deviceTime: new Date().toISOString(),
    name: command.name,
    args: command.args.parse(args),
  }
  // Sealed before the transaction opens: a transaction does not wait for cryptography.
  const item = await seal(vault.key, boundTo(vault), { sent, refusal: null })
  const transaction = (await openStore()).transaction('outbox', 'readwrite', { durability: 'strict' })
  await transaction.store.add({ ...item, owner: vault.owner, state: 'waiting' })
  await transaction.done
  return sent
}

/** What waits, in the order in which it was done. */
export async function listWaiting(vault: OpenVault): Promise<Waiting[]> {
  const rows = await (await openStore()).getAllFromIndex('outbox', 'owner', vault.owner)
  return Promise.all(
    rows.map(async (row) => {
      const { sent, refusal } = (await open(vault.key, boundTo(vault), row)) as Omit<Waiting, 'seq' | 'state'>
      return { seq: row.seq ?? 0, state: row.state, sent, refusal }
    }),
  )
}

/** The server has it: it leaves the device. */
export async function dropWaiting(seq: number): Promise<void> {
  await (await openStore()).delete('outbox', seq)
}

/** The server refused it: the work stays, with the reason, until a person decides. */
export async function markRefused(vault: OpenVault, waiting: Waiting, refusal: Refusal): Promise<void> {
  const item = await seal(vault.key, boundTo(vault), { sent: waiting.sent, refusal })
  await (await openStore()).put('outbox', { ...item, seq: waiting.seq, owner: vault.owner, state: 'refused' })
}
