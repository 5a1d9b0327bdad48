import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** Ciphertext with its nonce, as it lies on the device. */
export interface SealedItem {
  nonce: Uint8Array<ArrayBuffer>
  sealed: ArrayBuffer
}

/** One more way to open a vault: its key, wrapped by what one passkey gives (WebAuthn PRF). */
export interface PasskeyCopy {
  /** SHA-256 of the passkey's id. */
  passkey: string
  salt: Uint8Array<ArrayBuffer>
  wrapped: SealedItem
}

/** A person's vault on this device: her key, wrapped by a key made from her password, by passkeys, or by both. */
export interface VaultRow {
  /** SHA-256 of the user name: the device does not say who uses it. */
  owner: string
  /** The password's copy; not there while only a passkey has opened it. */
  salt?: Uint8Array<ArrayBuffer>
  wrapped?: SealedItem
  passkeys?: PasskeyCopy[]
  /** Who she is and where she stands, for opening without a network. */
  me: SealedItem
}

export interface OutboxRow extends SealedItem {
  seq?: number
  owner: string
  state: 'waiting' | 'refused'
}

interface Schema extends DBSchema {
  vault: { key: string; value: VaultRow }
  outbox: { key: number; value: OutboxRow; indexes: { owner: string } }
}

let opened: Promise<IDBPDatabase<Schema>> | null = null

/** The device's database. Everything in it is sealed but sequence numbers and states. */
export function openStore(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('ke-vai', 1, {
    upgrade(database) {
      database.createObjectStore('vault', { keyPath: 'owner' })
      database
        .createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true })
        .createIndex('owner', 'owner')
    },
    terminated() {
      opened = null
    },
  })
  return opened
}
