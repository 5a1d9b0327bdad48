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

const ownerOf = (username: string) => hashed(`ke-vai/owner/${username.trim().toLowerCase()}`)

async function hashed(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', utf8.encode(text))
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

// Extractable, because a new password or passkey needs a copy wrapped anew; it never leaves the page.
const importItemKey = (raw: BufferSource) =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', true, ['encrypt', 'decrypt'])

/** What a passkey of this device gives for its vault (WebAuthn PRF). */
export interface PasskeySecret {
  /** The credential's id, as WebAuthn names it. */
  passkey: string
  secret: Uint8Array<ArrayBuffer>
}

/** With what a vault is opened. */
export type Way = { password: string } | { passkey: PasskeySecret }

/** What lies on this device for her that her present way in does not open. */
export interface ShutVault {
  /** Entries that were never sent. */
  waiting: number
  withPassword: boolean
  withPasskey: boolean
}

/** The vault has unsent work in it and opens in another way than she came. */
export class VaultShut extends Error {
  readonly shut: ShutVault
  constructor(shut: ShutVault) {
    super('the vault opens in another way')
    this.shut = shut
  }
}

/** Is there a vault of hers on this device? */
export async function hasVault(me: Me): Promise<boolean> {
  return (await (await openStore()).count('vault', await ownerOf(me.username))) > 0
}

/**
 * After a sign-in that the server accepted: opens this person's vault, or makes one at her first sign-in on this
 * device. One that opens in another way (her password was changed elsewhere) is made anew while nothing lies in it;
 * throws VaultShut when work that was not sent does.
 */
export async function openOrMakeVault(me: Me, way: Way): Promise<OpenVault> {
  const owner = await ownerOf(me.username)
  const row = await (await openStore()).get('vault', owner)
  const key = row ? await unwrap(row, way) : null
  if (row && key) return remember(row, key, me)
  const shut = await findShut(me)
  if (shut) throw new VaultShut(shut)
  const made = await importItemKey(crypto.getRandomValues(new Uint8Array(32)))
  const sealed = await seal(made, `me|${owner}`, me)
  return remember({ owner, me: sealed, ...(await copied(owner, made, way, null)) }, made, me)
}

/** Her vault on this device, when there is one with unsent work in it. */
export async function findShut(me: Me): Promise<ShutVault | null> {
  const store = await openStore()
  const owner = await ownerOf(me.username)
  const [row, waiting] = await Promise.all([
    store.get('vault', owner),
    store.countFromIndex('outbox', 'owner', owner),
  ])
  if (!row || waiting === 0) return null
  return {
    waiting,
    withPassword: row.wrapped !== undefined,
    withPasskey: (row.passkeys ?? []).length > 0,
  }
}

/** Opens what is there. Throws WrongPassword when this way does not open it, or nothing is there. */
export async function openVault(me: Me, way: Way): Promise<OpenVault> {
  const row = await (await openStore()).get('vault', await ownerOf(me.username))
  const key = row ? await unwrap(row, way) : null
  if (!row || !key) throw new WrongPassword()
  return remember(row, key, me)
}

/** Opens the vault without a network. Null when this person has none on this device. */
export async function openVaultOffline(
  username: string,
  password: string,
): Promise<{ vault: OpenVault; me: Me } | null> {
  const row = await (await openStore()).get('vault', await ownerOf(username))
  if (!row) return null
  const key = await unwrap(row, { password })
  if (!key) throw new WrongPassword()
  return opened(row, key)
}

/** Opens the vault that knows this passkey, without a network and without a name. Null when none does. */
export async function openVaultByPasskey(
  secret: PasskeySecret,
): Promise<{ vault: OpenVault; me: Me } | null> {
  for (const row of await (await openStore()).getAll('vault')) {
    const key = await unwrap(row, { passkey: secret })
    if (key) return opened(row, key)
  }
  return null
}

/** From now on this way opens the vault too; a password takes the place of the one before. */
export async function addWay(vault: OpenVault, way: Way): Promise<void> {
  const store = await openStore()
  const row = await store.get('vault', vault.owner)
  if (row) await store.put('vault', { ...row, ...(await copied(vault.owner, vault.key, way, row)) })
}

/** A passkey was taken out of the account: on this device none opens the vault any more, where her password does. */
export async function forgetPasskeys(vault: OpenVault): Promise<void> {
  const store = await openStore()
  const row = await store.get('vault', vault.owner)
  if (row?.wrapped) await store.put('vault', { ...row, passkeys: [] })
}

/** Throws away her vault on this device with everything in it. */
export async function throwAwayVault(me: Me): Promise<void> {
  const owner = await ownerOf(me.username)
  const transaction = (await openStore()).transaction(['vault', 'outbox'], 'readwrite')
  const outbox = transaction.objectStore('outbox')
  for (const seq of await outbox.index('owner').getAllKeys(owner)) await outbox.delete(seq)
  await transaction.objectStore('vault').delete(owner)
  await transaction.done
}

/** How many entries on this device were never sent, of everybody who uses it. */
export async function countUnsent(): Promise<number> {
  return (await openStore()).count('outbox')
}

/** Throws away every vault on this device. */
export async function wipeDevice(): Promise<void> {
  const transaction = (await openStore()).transaction(['vault', 'outbox'], 'readwrite')
  await transaction.objectStore('outbox').clear()
  await transaction.objectStore('vault').clear()
  await transaction.done
}

async function remember(row: VaultRow, key: CryptoKey, me: Me): Promise<OpenVault> {
  const sealed = await seal(key, `me|${row.owner}`, me)
  await (await openStore()).put('vault', { ...row, me: sealed })
  return { owner: row.owner, key }
}

async function opened(row: VaultRow, key: CryptoKey): Promise<{ vault: OpenVault; me: Me }> {
  return { vault: { owner: row.owner, key }, me: (await open(key, `me|${row.owner}`, row.me)) as Me }
}

/** The copies of the key after this way was added to those of `row`. */
async function copied(
  owner: string,
  key: CryptoKey,
  way: Way,
  row: VaultRow | null,
): Promise<Partial<VaultRow>> {
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', key))
  const salt = crypto.getRandomValues(new Uint8Array(16))
  try {
    if ('password' in way)
      return { salt, wrapped: await sealBytes(await wrappingKey(way.password, salt), `key|${owner}`, raw) }
    const passkey = await nameOf(way.passkey)
    const wrapping = await passkeyWrappingKey(way.passkey, salt, owner)
    const copy = { passkey, salt, wrapped: await sealBytes(wrapping, `key|${owner}|${passkey}`, raw) }
    return { passkeys: [...(row?.passkeys ?? []).filter((each) => each.passkey !== passkey), copy] }
  } finally {
    raw.fill(0)
  }
}

/** The vault's key, or null when this way does not open it. */
async function unwrap(row: VaultRow, way: Way): Promise<CryptoKey | null> {
  try {
    if ('password' in way) {
      if (!row.salt || !row.wrapped) return null
      const wrapping = await wrappingKey(way.password, row.salt)
      return await importItemKey(await openBytes(wrapping, `key|${row.owner}`, row.wrapped))
    }
    const passkey = await nameOf(way.passkey)
    const copy = row.passkeys?.find((each) => each.passkey === passkey)
    if (!copy) return null
    const wrapping = await passkeyWrappingKey(way.passkey, copy.salt, row.owner)
    return await importItemKey(await openBytes(wrapping, `key|${row.owner}|${passkey}`, copy.wrapped))
  } catch (error) {
    // What the cipher throws for a wrong key; a device that fails otherwise must not look like a wrong password.
    if (error instanceof DOMException && error.name === 'OperationError') return null
    throw error
  }
}

const nameOf = ({ passkey }: PasskeySecret) => hashed(`ke-vai/passkey/${passkey}`)

// The passkey's secret is as random as a key, so that no slow function is needed here.
async function passkeyWrappingKey(
  { secret }: PasskeySecret,
  salt: Uint8Array<ArrayBuffer>,
  owner: string,
): Promise<CryptoKey> {
  const from = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const info = utf8.encode(`ke-vai/vault|${owner}`)
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info },
    from,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}
