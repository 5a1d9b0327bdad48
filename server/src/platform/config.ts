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
  KE_VAI_AUDIT_COPY: z.string().optional(),
  KE_VAI_ORIGIN: z
    .string()
    .refine((text) => URL.canParse(text) && new URL(text).origin === text && text.startsWith('https://'))
    .optional(),
  KE_VAI_DEMO: z.enum(['on', 'off']).default('on'),
})

/** What is wrong with a variable, by its name. */
const mended: Record<string, [vietnamese: string, english: string]> = {
  PORT: ['PORT phải là một số từ 0 đến 65535, như PORT=8080', 'PORT must be a number from 0 to 65535'],
  KE_VAI_ORIGIN: [
    'KE_VAI_ORIGIN là địa chỉ HTTPS mà mọi người mở, không có gì phía sau, như https://kevai.example.org',
    'KE_VAI_ORIGIN is the HTTPS address that people open, with nothing behind it, like https://kevai.example.org',
  ],
  KE_VAI_DEMO: ['KE_VAI_DEMO là on hoặc off', 'KE_VAI_DEMO is on or off'],
}

export interface Config {
  port: number
  /** Absolute path of the data folder: cluster, keys, logs. */
  dataDir: string
  /** A server to use instead of the embedded one. */
  databaseUrl: string | undefined
  /** Absolute path of a folder on another disk, which gets a copy of the audit's signed heads. */
  auditCopy?: string | undefined
  /** The address at which people reach the product through its proxy; undefined: this machine alone. */
  origin?: string | undefined
  /** False: no invented people with a known password are ever loaded. */
  demo?: boolean
}

/**
 * Reads the environment once; a variable that is set but empty counts as not set.
 * @throws StartRefusal for a bad value
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = environment.safeParse(set)
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0])
    throw new StartRefusal(...(mended[name] ?? [`${name} chưa đúng`, `${name} is not right`]))
  }
  const { PORT, KE_VAI_DATA, DATABASE_URL, KE_VAI_AUDIT_COPY, KE_VAI_ORIGIN, KE_VAI_DEMO } = read.data
  return {
    port: PORT,
    dataDir: resolve(root, KE_VAI_DATA),
    databaseUrl: DATABASE_URL,
    auditCopy: KE_VAI_AUDIT_COPY && resolve(root, KE_VAI_AUDIT_COPY),
    origin: KE_VAI_ORIGIN,
    demo: KE_VAI_DEMO === 'on',
  }
}
