import {
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'
import type { NewPasskey, UsedPasskey } from '@ke-vai/contract/account/webauthn.ts'

/** What an authenticator may be made to get wrong, so that a test sees it refused. */
export interface Quirks {
  origin?: string
  rpId?: string
  userVerified?: boolean
  counter?: number
  userHandle?: string
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()

/** CBOR (RFC 8949) of what an attestation needs: small integers, texts, bytes and maps. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, length: number) => {
    if (length < 24) return Buffer.from([(major << 5) | length])
    if (length < 256) return Buffer.from([(major << 5) | 24, length])
    return Buffer.from([(major << 5) | 25, length >> 8, length & 255])
  }
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const entries = [...value].flatMap(([name, each]) => [cbor(name), cbor(each as number)])
  return Buffer.concat([head(5, value.size), ...entries])
}

/** A passkey in software (ES256), as a phone would keep one: the real signatures, without the finger. */
export class SoftwareAuthenticator {
  readonly credentialId = randomBytes(32)
  counter = 0
  #key: KeyObject
  #coseKey: Buffer
  #userHandle = ''

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.#key = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    this.#coseKey = cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    )
  }

  #data(rpId: string, counter: number, userVerified: boolean, attested: Buffer | null): Buffer {
    const flags = 1 | (userVerified ? 4 : 0) | (attested ? 64 : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, attested ?? Buffer.alloc(0)])
  }

  /** Makes the passkey that a server asked for. */
  make(
    options: { challenge: string; rp: { id: string }; user: { id: string } },
    origin: string,
    quirks: Quirks = {},
  ): NewPasskey {
    this.#userHandle = options.user.id
    const length = Buffer.from([0, this.credentialId.length])
    const attested = Buffer.concat([Buffer.alloc(16), length, this.credentialId, this.#coseKey])
    const data = this.#data(quirks.rpId ?? options.rp.id, this.counter, quirks.userVerified ?? true, attested)
    const attestation = cbor(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', data],
      ]),
    )
    return {
      ...this.#named,
      response: {
        clientDataJSON: clientData('webauthn.create', options.challenge, quirks.origin ?? origin).toString(
          'base64url',
        ),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      },
    }
  }

  /** Uses it, counting one on. */
  use(options: { challenge: string; rpId: string }, origin: string, quirks: Quirks = {}): UsedPasskey {
    this.counter = quirks.counter ?? this.counter + 1
    const data = this.#data(quirks.rpId ?? options.rpId, this.counter, quirks.userVerified ?? true, null)
    const client = clientData('webauthn.get', options.challenge, quirks.origin ?? origin)
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.#key)
    return {
      ...this.#named,
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: quirks.userHandle ?? this.#userHandle,
      },
    }
  }

  get #named() {
    const id = this.credentialId.toString('base64url')
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} }
  }
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}
