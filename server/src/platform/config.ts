import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { StartRefusal } from './engine/start-refusal.ts'

/** The root of the checkout. */
export const root = fileURLToPath(new URL('../../../', import.meta.url))

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  KE_VAI_DATA: z.string().default('data'),
  DATABASE_URL: z.string().optional(),
})

export interface Config {
  port: number
  /** Absolute path of the data folder: cluster, keys, logs. */
  dataDir: string
  /** A server to use instead of the embedded one. */
  databaseUrl: string | undefined
}

/**
 * Reads the environment once; a variable that is set but empty counts as not set.
 * @throws StartRefusal for a bad value
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = environment.safeParse(set)
  if (!read.success)
    throw new StartRefusal(
      'PORT phải là một số từ 0 đến 65535, như PORT=8080',
      'PORT must be a number from 0 to 65535',
    )
  const { PORT, KE_VAI_DATA, DATABASE_URL } = read.data
  return { port: PORT, dataDir: resolve(root, KE_VAI_DATA), databaseUrl: DATABASE_URL }
}
