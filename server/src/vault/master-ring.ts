import { createHmac } from 'node:crypto'
import { Refused } from '../platform/refused.ts'
import { vaultShut } from '../platform/vault.ts'
import { deriveOld } from './seal.ts'

/** The master keys in hand, by epoch. The newest wraps; older ones are there only while something lies under them. */
export interface MasterRing {
  /** Throws `vault_shut` when that epoch is not in hand. */
  key(epoch: number): Buffer
  newest(): number
  isOpen(): boolean
  add(epoch: number, key: Buffer): void
  forget(epoch: number): void
}

export function makeMasterRing(keys: Iterable<readonly [number, Buffer]> = []): MasterRing {
  const ring = new Map(keys)
  const isOpen = () => ring.size > 0
  return {
    key: (epoch) => {
      const key = ring.get(epoch)
      if (!key) throw new Refused(vaultShut)
      return key
    },
    newest: () => {
      if (!isOpen()) throw new Refused(vaultShut)
      return Math.max(...ring.keys())
    },
    isOpen,
    add: (epoch, key) => void ring.set(epoch, key),
    forget: (epoch) => {
      ring.get(epoch)?.fill(0)
      ring.delete(epoch)
    },
  }
}

/** A one-way mark of a key, so that the database knows its own key without holding it. */
export function markOf(key: Buffer): string {
  return createHmac('sha256', deriveOld(key, 'mark')).update('ke-vai').digest('hex')
}
