import { createHmac, randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'

/** From where somebody comes who is not known yet. */
export interface Visit {
  /** Of the network address, under a key that this process alone has: it can be counted and not be read. */
  addressHash: Buffer
  /** Browser and system: 'Chrome · Android'. */
  device: string
  /** What this browser was given at an earlier sign-in. */
  deviceToken: string | undefined
}

const key = randomBytes(32)

/**
 * The network address. The product listens on loopback: with an origin of its own a proxy stands before it, whose
 * word (the last entry) is taken for where somebody comes from. What stands before that entry anybody may have written.
 */
export function addressOf(request: FastifyRequest, behindProxy: boolean): string {
  const forwarded = behindProxy ? [request.headers['x-forwarded-for'] ?? ''].flat().join(',') : ''
  const last = forwarded.split(',').at(-1)?.trim() ?? ''
  return isIP(last) ? last : request.ip
}

export function hashAddress(address: string): Buffer {
  // One household or one attacker has a whole /64 of IPv6.
  const counted = isIP(address) === 6 ? address.split(':').slice(0, 4).join(':') : address
  return createHmac('sha256', key).update(counted).digest()
}

const browsers: [RegExp, string][] = [
  [/coc_coc_browser/i, 'Cốc Cốc'],
  [/Edg(A|iOS)?\//, 'Edge'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/OPR\//, 'Opera'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** Two words for the list of her own devices. The rest of a user agent would tell her apart from others. */
export function deviceWords(userAgent: string | undefined): string {
  const find = (list: [RegExp, string][]) => list.find(([sign]) => sign.test(userAgent ?? ''))?.[1]
  return [find(browsers) ?? 'Trình duyệt khác', find(systems)].filter(Boolean).join(' · ')
}
