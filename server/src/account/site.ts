import { isIP } from 'node:net'
import { signInRefusals } from '@ke-vai/contract/account/sign-in.ts'
import type { FastifyRequest } from 'fastify'
import { Refused } from '../platform/refused.ts'

/** Where a passkey counts: the origin that a browser must name, and the name to which passkeys are bound. */
export interface Site {
  origin: string
  rpId: string
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/u

/**
 * The site of a request: the one of KE_VAI_ORIGIN, else what the browser calls this very machine. A passkey cannot be
 * bound to a bare address (127.0.0.1): refuses with `no_passkeys_here` there, and for any other host.
 */
export function siteOf(request: FastifyRequest, origin: string | undefined): Site {
  const host = request.headers.host ?? ''
  if (origin === undefined && !loopback.test(host)) throw new Refused(signInRefusals.noPasskeysHere)
  const url = new URL(origin ?? `http://${host}`)
  if (isIP(url.hostname.replace(/^\[|\]$/gu, ''))) throw new Refused(signInRefusals.noPasskeysHere)
  return { origin: url.origin, rpId: url.hostname }
}
