import type { Me } from '@ke-vai/contract/account/account.ts'
import { argon2id } from 'hash-wasm'
import { openStore, type SealedItem, type VaultRow } from './store.ts'

/** An open vault: the key is in memory alone and goes with the page. */
export interface OpenVault {
  owner: string
  key: CryptoKey
}

/** The password does not open this device's vault. */
export class WrongPassword extends Error {}

const utf8 = new TextEncoder()

async function ownerOf(username: string): Promise<string> {
  const hash = await crypto.subtle.digest(
    'SHA-256',
    utf8.encode(`ke-vai/owner/${username.trim().toLowerCase()}`),
  )
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

// Argon2id, 64 MiB, three passes: what a guess costs whoever holds the phone.
async function wrappingKey(password: string, salt: Uint8Array): Promise<CryptoKey> {
  const raw = await argon2id({
    password: password.normalize('NFC'),
    salt,
    parallelism: 1,
    iterations: 3,
    memorySize: 65_536,
    hashLength: 32,
    outputType: 'binary',
  })
  return crypto.subtle.importKey('raw', raw as Uint8Array<ArrayBuffer>, 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
}

/** Seals a JSON value; `boundTo` says what it is, so that one item cannot stand in another's place. */
export async function seal(key: CryptoKey, boundTo: string, value: unknown): Promise<SealedItem> {
  return sealBytes(key, boundTo, utf8.encode(JSON.stringify(value)))
}

async function sealBytes(
  key: CryptoKey,
  boundTo: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<SealedItem> {
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: utf8.encode(boundTo) },
    key,
    bytes,
  )
  return { nonce, sealed }
}

async function openBytes(key: CryptoKey, boundTo: string, item: SealedItem): Promise<ArrayBuffer> {
  const algorithm = { name: 'AES-GCM', iv: item.nonce, additionalData: utf8.encode(boundTo) }
  return crypto.subtle.decrypt(algorithm, key, item.sealed)
}

/** Opens what `seal` made. Throws when the key or the binding is another. */
export async function open(key: CryptoKey, boundTo: string, item: SealedItem): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await openBytes(key, boundTo, item)))
}

const importItemKey = (raw: BufferSource) =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

/**
 * After a sign-in that the server accepted: opens this person's vault, or makes one at her first sign-in on this
 * device. When her password has changed elsewhere the old vault stays shut; `keepOld` then says whether unsent work is in it.
 */
export async function openOrMakeVault(username: string, password: string, me: Me): Promise<OpenVault> {
  const store = await openStore()
  const owner = await ownerOf(username)
  const row = await store.get('vault', owner)
  if (row) {
    const key = await unwrap(row, password)
    await store.put('vault', { ...row, me: await seal(key, `me|${owner}`, me) })
    return { owner, key }
  }
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const wrapped = await sealBytes(await wrappingKey(password, salt), `key|${owner}`, raw)
  const key = await importItemKey(raw)
  raw.fill(0)
  await store.put('vault', { owner, salt, wrapped, me: await seal(key, `me|${owner}`, me) })
  return { owner, key }
}

/** Opens the vault without a network. Null when this person has none on this device. */
export async function openVaultOffline(
  username: string,
  password: string,
): Promise<{ vault: OpenVault; me: Me } | null> {
  const owner = await ownerOf(username)
  const row = await (await openStore()).get('vault', owner)
  if (!row) return null
  const key = await unwrap(row, password)
  return { vault: { owner, key }, me: (await open(key, `me|${owner}`, row.me)) as Me }
}

async function unwrap(row: VaultRow, password: string): Promise<CryptoKey> {
  const wrapping = await wrappingKey(password, row.salt)
  try {
    return await importItemKey(await openBytes(wrapping, `key|${row.owner}`, row.wrapped))
  } catch {
    throw new WrongPassword()
  }
}
