import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartRefusal } from './engine/start-refusal.ts'

/**
 * Seals what identifies a person (tier T2) with AES-256-GCM. A person's fields lie under a key of her own, which is
 * wrapped by the master key; the database holds only wrapped keys and ciphertext. The associated data binds each
 * ciphertext to its row, so that one person's cannot be put in another's place.
 */
export interface Vault {
  /** A fresh key for a person, and the form of it that may be stored. */
  makeKey(person: string): { key: Buffer; wrapped: Buffer }
  unwrapKey(person: string, wrapped: Buffer): Buffer
  /** Seals a JSON value under the key; `boundTo` names table and row. */
  seal(key: Buffer, boundTo: string, value: unknown): Buffer
  open(key: Buffer, boundTo: string, sealed: Buffer): unknown
  /** A key for a purpose that belongs to no person: the police channel, a member's own background. */
  purposeKey(purpose: string): Buffer
  /** A keyed hash of text, different for each purpose. */
  hash(purpose: string, text: string): Buffer
}

// One byte of version leads every ciphertext, so that a later form can be told from this one.
const version = 1

function encrypt(key: Buffer, boundTo: string, plain: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body])
}

function decrypt(key: Buffer, boundTo: string, sealed: Buffer): Buffer {
  if (sealed[0] !== version) throw new Error('sealed by an unknown version')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13)).setAAD(Buffer.from(boundTo))
  decipher.setAuthTag(sealed.subarray(13, 29))
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()])
}

export function openVault(masterKey: Buffer): Vault {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', masterKey, '', `ke-vai/1/${purpose}`, 32))
  const wrapping = derive('wrap')
  return {
    makeKey: (person) => {
      const key = randomBytes(32)
      return { key, wrapped: encrypt(wrapping, `person_key|${person}`, key) }
    },
    unwrapKey: (person, wrapped) => decrypt(wrapping, `person_key|${person}`, wrapped),
    seal: (key, boundTo, value) => encrypt(key, boundTo, Buffer.from(JSON.stringify(value))),
    open: (key, boundTo, sealed) => JSON.parse(decrypt(key, boundTo, sealed).toString()),
    purposeKey: derive,
    hash: (purpose, text) => createHmac('sha256', derive(purpose)).update(text).digest(),
  }
}

/** The path of the master key of a data folder. It is kept apart from backups. */
export function masterKeyPath(dataDir: string): string {
  return join(dataDir, 'keys', 'master.key')
}

/** The master key of the data folder; null when there is none. Throws StartRefusal when the file is damaged. */
export async function readMasterKey(dataDir: string): Promise<Buffer | null> {
  const path = masterKeyPath(dataDir)
  const kept = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  // An empty file is what a kill left of the first start: «not yet made».
  if (!kept || kept.length === 0) return null
  if (kept.length === 32) return kept
  throw new StartRefusal(
    `Tệp khóa ${path} bị hỏng; hãy chép lại bản cất riêng của nó`,
    'the key file is damaged: put back its copy',
  )
}

/** Reads the master key of the data folder, or makes it on the first start. Written whole or not at all. */
export async function readOrMakeMasterKey(dataDir: string): Promise<Buffer> {
  const kept = await readMasterKey(dataDir)
  if (kept) return kept
  const path = masterKeyPath(dataDir)
  await mkdir(join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
  const key = randomBytes(32)
  // 32 bytes go to the disk in one write.
  const file = await open(path, 'w', 0o600)
  await file.write(key)
  await file.sync()
  await file.close()
  await chmod(path, 0o600)
  return key
}
