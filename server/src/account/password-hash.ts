import { randomBytes } from 'node:crypto'
import { cleanPassword } from '@ke-vai/contract/account/password.ts'
import { hash, verify } from '@node-rs/argon2'
import { makeQueue } from './hash-queue.ts'

// Argon2id with 64 MiB, three passes: OWASP's advice of 2024 and more (algorithm 2 is Argon2id).
const cost = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const

const queue = makeQueue(2, 20)

export function hashPassword(password: string): Promise<string> {
  return queue(() => hash(cleanPassword(password), cost), true)
}

// Verified when the name is unknown, so that both answers take the same time.
const nobody = hashPassword(randomBytes(16).toString('hex'))

/**
 * Is it the password of this hash? Without a hash the answer is no, after the same time.
 * @param first goes before the guesses that wait
 */
export async function verifyPassword(
  kept: string | null,
  password: string,
  first: boolean,
): Promise<boolean> {
  const against = kept ?? (await nobody)
  const right = await queue(() => verify(against, cleanPassword(password)), first)
  return right && kept !== null
}
