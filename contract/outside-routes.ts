import { invitationAccept, invitationLook, invitationPasskeyOptions } from './account/invitation.ts'
import { passkeyAdd, passkeyAddOptions } from './account/passkey.ts'
import { passwordSet } from './account/password.ts'
import {
  signIn,
  signInPasskey,
  signInPasskeyOptions,
  signOut,
  stepUp,
  stepUpPasskeyOptions,
} from './account/sign-in.ts'
import type { OutsideRoute } from './outside.ts'

/** Every route outside commands and reads. The server refuses to start with any other. */
export const outsideRoutes = [
  signIn,
  signInPasskeyOptions,
  signInPasskey,
  signOut,
  stepUp,
  stepUpPasskeyOptions,
  passwordSet,
  passkeyAddOptions,
  passkeyAdd,
  invitationLook,
  invitationPasskeyOptions,
  invitationAccept,
] as const satisfies readonly OutsideRoute[]
