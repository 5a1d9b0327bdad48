import { z } from 'zod'

/**
 * The shapes in which a browser and the server speak of passkeys (WebAuthn level 3, JSON forms); they fit
 * `startRegistration` and `startAuthentication` of @simplewebauthn/browser as they are.
 */

const base64url = z
  .string()
  .min(1)
  .max(8_000)
  .regex(/^[\w-]+$/u)
const transport = z.string().max(20)
const attachment = z.enum(['platform', 'cross-platform']).optional()

/** What a browser gives back when a passkey was made. */
export const newPasskey = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(transport).max(8).optional(),
  }),
  authenticatorAttachment: attachment,
  clientExtensionResults: z.object({}),
})
export type NewPasskey = z.infer<typeof newPasskey>

/** What a browser gives back when a passkey was used. */
export const usedPasskey = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
  authenticatorAttachment: attachment,
  clientExtensionResults: z.object({}),
})
export type UsedPasskey = z.infer<typeof usedPasskey>

const credential = z.object({ id: z.string(), type: z.literal('public-key') })

/** What the server asks for when a passkey is to be made. */
export const makePasskeyOptions = z.object({
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  challenge: z.string(),
  pubKeyCredParams: z.array(z.object({ alg: z.number(), type: z.literal('public-key') })),
  timeout: z.number(),
  excludeCredentials: z.array(credential),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
  attestation: z.literal('none'),
})

/** What the server asks for when a passkey is to be used; the list is empty when she need not say who she is. */
export const usePasskeyOptions = z.object({
  challenge: z.string(),
  timeout: z.number(),
  rpId: z.string(),
  allowCredentials: z.array(credential),
  userVerification: z.literal('required'),
})
