import type { FastifyReply, FastifyRequest } from 'fastify'

// No request leaves for a third party; WebAssembly is allowed for Argon2 on the device, nothing else is evaluated. A
// string becomes a script or a script's address through the app's one policy alone (app/src/trusted-address.ts).
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types ke-vai',
].join('; ')

// Everything of the machine that the app has no use for. What it does use: passkeys, the clipboard's writing.
const unused = [
  ...['accelerometer', 'autoplay', 'browsing-topics', 'camera'],
  ...['clipboard-read', 'compute-pressure', 'display-capture', 'encrypted-media', 'fullscreen', 'gamepad'],
  ...[
    'geolocation',
    'gyroscope',
    'hid',
    'idle-detection',
    'local-fonts',
    'magnetometer',
    'microphone',
    'midi',
  ],
  ...['payment', 'picture-in-picture', 'screen-wake-lock', 'serial', 'sync-xhr', 'usb', 'window-management'],
  'xr-spatial-tracking',
]
const permissions = unused.map((name) => `${name}=()`).join(', ')

/**
 * The headers that the page, the API and every refusal carry alike. A browser that met the product over https does not
 * come back without it.
 */
export function headersOf(origin: string | undefined): Record<string, string> {
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'permissions-policy': permissions,
    'cache-control': 'no-store',
    ...(origin?.startsWith('https://') ? { 'strict-transport-security': 'max-age=63072000' } : {}),
  }
}

/**
 * Puts the headers on every answer. What the API says, an error of any kind and an unknown address are never kept in a
 * cache; only the app's own files may be.
 */
export function securityHeaders(origin: string | undefined) {
  const { 'cache-control': noStore, ...always } = headersOf(origin)
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.headers(always)
    // The route and not the address: `/%61pi/me` is the API too.
    const route = request.routeOptions.url
    const isFileOfTheApp = route !== undefined && !route.startsWith('/api') && reply.statusCode < 400
    if (!isFileOfTheApp) reply.header('cache-control', noStore)
  }
}
