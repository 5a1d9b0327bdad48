import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

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

/** Reads the environment once. A bad value throws with the variable's name. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const read = environment.parse(env)
  return { port: read.PORT, dataDir: resolve(root, read.KE_VAI_DATA), databaseUrl: read.DATABASE_URL }
}
