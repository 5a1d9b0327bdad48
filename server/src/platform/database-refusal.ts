import { Refused } from './refused.ts'

/**
 * What PostgreSQL's refusal of a statement means to whoever asked, by its code alone, because its message and detail
 * hold values. Null when it is a fault of ours.
 *
 * A row that may not be referred to and one that is not there answer alike, and so does one that the policies hide. A
 * new record under an id that is taken anywhere, also where the asker sees nothing, is refused as a used id: to learn
 * from that, one would have to guess 122 random bits.
 */
export function refusalOfDatabase(error: unknown): Refused | null {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown }
  if (syscall === 'connect') return new Refused('busy')
  if (typeof code !== 'string') return null
  const [, name] = meanings.find(([pattern]) => pattern.test(code)) ?? []
  return name ? new Refused(name) : null
}

const meanings = [
  // Class 22: a character that text cannot hold (NUL), a number or day beyond what a column takes;
  // a text or number that a column's own check refuses.
  [/^22|^23514$/, 'badShape'],
  [/^23503$|^42501$/, 'notFound'],
  [/^23505$|^23P01$/, 'idReused'],
  // Resources, shutting down, a lock or deadlock, a statement that took too long, a lost connection: these pass.
  [/^(53|57P|57014|40|55P03|CONNECTION|CONNECT_TIMEOUT|ECONN|EPIPE)/, 'busy'],
] as const
