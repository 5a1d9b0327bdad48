import type {
  makePasskeyOptions,
  NewPasskey,
  UsedPasskey,
  usePasskeyOptions,
} from '@ke-vai/contract/account/webauthn.ts'
import {
  type AuthenticationResponseJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import type { z } from 'zod'
import type { PasskeySecret } from '../offline/vault.ts'

/** The same for every passkey of every device: whose vault it is, is known only after it was used. */
const asksSecret = {
  prf: { eval: { first: new TextEncoder().encode('ke-vai/device-vault/1') } },
}

/** What was asked of the browser, and the secret of the device's vault, which is for this page alone. */
export interface Answered<T> {
  passkey: T
  /** Null where browser or passkey know no PRF. */
  secret: PasskeySecret | null
}

/** Passkeys need a browser that knows them and an address that is a name. */
export const knowsPasskeys = (): boolean => 'PublicKeyCredential' in window && !isBareAddress()

const isBareAddress = () => /^(\d{1,3}\.){3}\d{1,3}$|^\[/u.test(location.hostname)

/** On the very machine of the server: the address at which passkeys do work. Null anywhere else. */
export function addressForPasskeys(): string | null {
  return /^(127\.0\.0\.1|\[::1\])$/u.test(location.hostname) ? `http://localhost:${location.port}` : null
}

/** Uses a passkey. Throws what the browser throws when she lets it be. */
export async function provePasskey(
  options: z.infer<typeof usePasskeyOptions>,
): Promise<Answered<UsedPasskey>> {
  const { id, rawId, response, authenticatorAttachment, clientExtensionResults } = await startAuthentication({
    optionsJSON: { ...options, extensions: asksSecret },
  })
  return {
    passkey: { id, rawId, type: 'public-key', response, authenticatorAttachment, clientExtensionResults: {} },
    secret: secretOf(id, clientExtensionResults),
  }
}

/** Uses a passkey without any server: what it signs is asked by nobody, its secret opens this device's vault. */
export async function provePasskeyOffline(): Promise<PasskeySecret | null> {
  const challenge = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
  const { secret } = await provePasskey({
    challenge,
    timeout: 300_000,
    rpId: location.hostname,
    allowCredentials: [],
    userVerification: 'required',
  })
  return secret
}

/** Makes a passkey on this device. Throws what the browser throws when she lets it be. */
export async function makePasskey(
  options: z.infer<typeof makePasskeyOptions>,
): Promise<Answered<NewPasskey>> {
  const { id, rawId, response, authenticatorAttachment, clientExtensionResults } = await startRegistration({
    optionsJSON: { ...options, extensions: asksSecret },
  })
  const { clientDataJSON, attestationObject, transports } = response
  return {
    passkey: {
      id,
      rawId,
      type: 'public-key',
      response: { clientDataJSON, attestationObject, transports },
      authenticatorAttachment,
      clientExtensionResults: {},
    },
    secret: secretOf(id, clientExtensionResults),
  }
}

type Results = AuthenticationResponseJSON['clientExtensionResults']

function secretOf(id: string, { prf }: Results): PasskeySecret | null {
  const first = prf?.results?.first
  if (!first) return null
  const bytes = ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
    : new Uint8Array(first)
  return { passkey: id, secret: Uint8Array.from(bytes) }
}
