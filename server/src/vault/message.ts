import type { Duplex } from 'node:stream'
import { z } from 'zod'

/** Bytes travel as base64 inside JSON. */
const bytes = z.codec(
  z.base64(),
  z.custom<Buffer>((value) => Buffer.isBuffer(value)),
  { decode: (text) => Buffer.from(text, 'base64'), encode: (value) => value.toString('base64') },
)

const credential = z.union([z.object({ tokenHash: bytes }), z.object({ accountId: z.uuid() })]).nullable()
const bound = z.object({ table: z.string(), row: z.string(), field: z.string(), version: z.number().int() })
const freshKey = z.object({
  ownerId: z.uuid(),
  organisationId: z.uuid(),
  epoch: z.number().int(),
  wrapped: bytes,
})
const keyName = z.union([
  z.object({ person: z.uuid(), fresh: freshKey.optional() }),
  z.object({ case: z.uuid(), fresh: freshKey.optional() }),
  z.object({ purpose: z.string().min(1).max(60) }),
])
const fields = z.object({
  name: z.string(),
  birth: z.string().nullable(),
  phone: z.string().nullable(),
  paper: z.string().nullable(),
})
const indexKind = z.enum(['full_name', 'name_tokens', 'given_and_birth', 'phone', 'paper'])
const uuids = z.array(z.uuid())

/** What the owner asks of the vault's process: the words in, and what comes back. */
export const questions = {
  makeKeys: {
    asked: z.object({ owner: z.enum(['person', 'case']), ids: uuids, organisationId: z.uuid() }),
    answer: z.array(freshKey),
  },
  sealAll: {
    asked: z.object({ sealings: z.array(z.object({ key: keyName, bound, value: z.unknown() })) }),
    answer: z.array(bytes),
  },
  openAll: {
    asked: z.object({
      who: credential,
      openings: z.array(z.object({ key: keyName, bound, sealed: bytes })),
      book: z.boolean(),
    }),
    answer: z.array(z.unknown()),
  },
  hash: {
    asked: z.object({ purpose: z.string().min(1).max(60), texts: z.array(z.string()) }),
    answer: z.array(bytes),
  },
  indexTokens: {
    asked: z.object({ organisationId: z.uuid(), people: z.array(fields) }),
    answer: z.array(z.array(z.object({ kind: indexKind, token: bytes }))),
  },
  search: {
    asked: z.object({
      who: credential,
      organisationId: z.uuid(),
      clubId: z.uuid(),
      asked: z.object({ kind: z.enum(['name', 'phone', 'paper']), text: z.string() }),
    }),
    answer: uuids,
  },
  state: {
    asked: z.object({}),
    answer: z.object({ open: z.boolean(), custody: z.enum(['file', 'shares']) }),
  },
  fits: { asked: z.object({}), answer: z.boolean().nullable() },
} as const

const problem = z.enum(['mistyped', 'same_share', 'not_this_key'])

export type Question = keyof typeof questions

/** What operators order over the private socket, or the command line of its own vault. */
export const orders = {
  split: { asked: z.object({}), answer: z.array(z.string()).nullable() },
  confirmSplit: {
    asked: z.object({ one: z.string(), other: z.string() }),
    answer: z.union([z.literal('done'), problem]),
  },
  unlock: {
    asked: z.object({ share: z.string().max(200) }),
    answer: z.union([z.enum(['one_more', 'open']), problem]),
  },
  rotate: {
    asked: z.object({ master: z.boolean() }),
    answer: z.object({ organisations: z.number(), persons: z.number(), left: z.number() }),
  },
} as const

export type Order = keyof typeof orders

/** A question as it travels. */
export const request = z.object({ id: z.number().int(), ask: z.string(), args: z.unknown() })
export type Request = z.infer<typeof request>

const said = z.object({
  code: z.string(),
  message: z.object({ vi: z.string(), en: z.string() }),
  field: z.string().optional(),
})

const alarm = z.object({ action: z.string(), subjectKind: z.string(), subjectId: z.string().nullable() })

/** Its answer: what was asked for, a refusal in words, or the code of a fault, which carries no value. */
export const reply = z.object({
  id: z.number().int(),
  answer: z.unknown().optional(),
  refused: z.object({ refusal: said, alarm: alarm.optional() }).optional(),
  fault: z.string().optional(),
})
export type Reply = z.infer<typeof reply>

// A workbook's persons sealed at once come to some hundred kilobytes.
const longest = 64 * 1024 * 1024

/**
 * Speaks messages over a stream: four bytes of length, then JSON. A stream that says anything else is cut. What would be
 * too long is not said (false): it would cut the line for everybody, and with it end the vault.
 */
export function speak(stream: Duplex, hear: (message: unknown) => void): (message: unknown) => boolean {
  let waiting: Buffer = Buffer.alloc(0)
  stream.on('data', (part: Buffer) => {
    waiting = waiting.length === 0 ? part : Buffer.concat([waiting, part])
    while (waiting.length >= 4) {
      const length = waiting.readUInt32BE(0)
      if (length > longest) return void stream.destroy()
      if (waiting.length < 4 + length) return
      const text = waiting.subarray(4, 4 + length).toString()
      waiting = waiting.subarray(4 + length)
      try {
        hear(JSON.parse(text))
      } catch {
        return void stream.destroy()
      }
    }
  })
  return (message) => {
    const body = Buffer.from(JSON.stringify(message))
    if (body.length > longest) return false
    const head = Buffer.alloc(4)
    head.writeUInt32BE(body.length)
    if (!stream.destroyed) stream.write(Buffer.concat([head, body]))
    return true
  }
}

const server = z.union([
  z.object({ socketDir: z.string(), port: z.number().int(), superuser: z.string() }),
  z.object({ url: z.string() }),
])

/** The first message to a vault's process: where its database and its keys are, and for whom it opens. */
export const beginning = z.object({
  server,
  database: z.string(),
  dataDir: z.string(),
  accounts: z.boolean(),
  /** True when it takes orders on the private socket. */
  listens: z.boolean(),
  limits: z
    .object({
      openingsPerAsker: z.number(),
      openingsOverAll: z.number(),
      booksPerAsker: z.number(),
      booksOverAll: z.number(),
      searchesPerAsker: z.number(),
    })
    .optional(),
})
export type Beginning = z.infer<typeof beginning>

/** What the process says by itself: a line for the operator, that it is ready, why it will not start, or what failed. */
export const word = z.union([
  z.object({ say: z.string() }),
  z.object({ ready: z.literal(true) }),
  z.object({ startRefusal: z.string() }),
  z.object({ startFault: z.string() }),
])
