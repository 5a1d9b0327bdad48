import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeDurably } from '../platform/engine/durable.ts'

/** Signs the heads of the chains (Ed25519). Behind an interface, so that another process may hold the key. */
export interface HeadSigner {
  sign(bytes: Buffer): Promise<Buffer>
  /** DER (SPKI). */
  publicKey(): Promise<Buffer>
}

/** Where the heads of a data folder are kept, apart from its database. */
export const headsFile = (dataDir: string) => join(dataDir, 'audit', 'heads.jsonl')
export const headsPublicKey = (dataDir: string) => join(dataDir, 'audit', 'heads.pub')
const signingKey = (dataDir: string) => join(dataDir, 'keys', 'audit-signing.key')

/**
 * The signer whose key lies in the data folder; made with the first head. Null when heads were signed before and the
 * key is gone: a new one would make them look forged.
 */
export async function openFileSigner(dataDir: string): Promise<HeadSigner | null> {
  const path = signingKey(dataDir)
  if (!existsSync(path)) {
    if (existsSync(headsFile(dataDir))) return null
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const { privateKey } = generateKeyPairSync('ed25519')
    writeDurably(path, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString())
  }
  return signerOf(createPrivateKey(await readFile(path)))
}

export function signerOf(key: KeyObject): HeadSigner {
  const publicKey = createPublicKey(key)
  return {
    sign: async (bytes) => sign(null, bytes, key),
    publicKey: async () => publicKey.export({ format: 'der', type: 'spki' }),
  }
}

/** Whether this key signed these bytes. @param publicKey DER (SPKI) */
export function isSignedBy(publicKey: Buffer, bytes: Buffer, signature: Buffer): boolean {
  return verify(null, bytes, createPublicKey({ key: publicKey, format: 'der', type: 'spki' }), signature)
}

/** A public key as it is kept in a file. */
export const publicKeyText = (der: Buffer) =>
  `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----\n`

/** Null when the text is no Ed25519 key. */
export function readPublicKey(text: string): Buffer | null {
  try {
    const key = createPublicKey(text)
    return key.asymmetricKeyType === 'ed25519' ? key.export({ format: 'der', type: 'spki' }) : null
  } catch {
    return null
  }
}
