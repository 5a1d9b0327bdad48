import { refusal } from '@ke-vai/contract/refusal.ts'
import { canary } from './nasty.ts'

/** One answer as it came over the wire. */
export interface Answered {
  status: number
  headers: Headers
  text: string
}

// Words of a stack, of SQL and of the machine; no refusal is told in them.
const insides =
  /\bat .{1,80}:\d+:\d+|\.ts\b|node_modules|server\/src|\b(?:select|insert into|violates|constraint|syntax error|relation|postgres|zod|fastify|undefined|ECONN)\b/i

/** What is wrong with a refusal, in a few words; null when it is one of ours that tells nothing it should not. */
export function faultIn({ status, headers, text }: Answered): string | null {
  if (status >= 500) return `answered ${status}`
  if (status < 400) return null
  if (text.includes(canary)) return 'repeats what was sent'
  if ([...headers.values()].some((value) => value.includes(canary)))
    return 'repeats what was sent in a header'
  if (insides.test(text)) return 'tells of its inside'
  if (headers.get('cache-control') !== 'no-store') return 'may be kept in a cache'
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    return 'is no JSON'
  }
  return refusal.safeParse(said).success ? null : 'is no refusal'
}
