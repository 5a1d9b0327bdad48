import { signInHours } from '@ke-vai/contract/account/sign-in.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** The two cookies of the product, as they are named and guarded at this origin. */
export interface Cookies {
  token(request: FastifyRequest): string | undefined
  give(reply: FastifyReply, token: string): void
  /** Takes the sign-in away; the browser stays known. */
  take(reply: FastifyReply): void
  deviceToken(request: FastifyRequest): string | undefined
  giveDevice(reply: FastifyReply, token: string): void
}

const days = 24 * 3600

/** Over HTTPS the names carry __Host-, which ties them to this very host; over HTTP a browser would drop such a cookie. */
export function makeCookies(origin: string | undefined): Cookies {
  const secure = origin?.startsWith('https://') ?? false
  const prefix = secure ? '__Host-' : ''
  const signIn = `${prefix}ke_vai`
  const device = `${prefix}ke_vai_device`
  const guarded = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const
  return {
    token: (request) => request.cookies[signIn],
    give: (reply, token) => void reply.setCookie(signIn, token, { ...guarded, maxAge: signInHours * 3600 }),
    take: (reply) => void reply.clearCookie(signIn, guarded),
    deviceToken: (request) => request.cookies[device],
    giveDevice: (reply, token) => void reply.setCookie(device, token, { ...guarded, maxAge: 180 * days }),
  }
}
