import { plainDate } from '@ke-vai/contract/date/date.ts'
import fc from 'fast-check'
import { z } from 'zod'
import { anything, canary, nastyDays, nastyIds, nastyNumbers, nastyTexts } from './nasty.ts'

/** What of JSON Schema zod writes for the contract's shapes. */
interface Shape {
  type?: string
  format?: string
  pattern?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  prefixItems?: Shape[]
  additionalProperties?: Shape | boolean
  propertyNames?: Shape
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
}

/** The ids that are there, by the name of the argument that takes them. */
export type IdsOf = (name: string) => readonly string[]

const dayFormat = 'plain-day'

/** A zod schema as the shape of what goes in. */
export function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === plainDate) jsonSchema.format = dayFormat
    },
  }) as Shape
}

/**
 * Values that nearly fit: mostly right in every place, so that handlers and the database are reached, and here and
 * there wrong in type, size or letters, with a field missing or one too many.
 */
export function near(shape: Shape, ids: IdsOf, name = ''): fc.Arbitrary<unknown> {
  const right = fitting(shape, ids, name)
  return fc.oneof(
    { arbitrary: right, weight: 120 },
    { arbitrary: odd(shape), weight: 3 },
    { arbitrary: anything, weight: 1 },
  )
}

function fitting(shape: Shape, ids: IdsOf, name: string): fc.Arbitrary<unknown> {
  const choices = shape.anyOf ?? shape.oneOf
  if (choices) return fc.oneof(...choices.map((each) => near(each, ids, name)))
  if ('const' in shape) return fc.constant(shape.const)
  if (shape.enum) return fc.constantFrom(...shape.enum)
  switch (shape.type) {
    case 'object':
      return objects(shape, ids)
    case 'array':
      return fc.array(near(shape.items ?? {}, ids, name), {
        minLength: shape.minItems ?? 0,
        maxLength: Math.min(shape.maxItems ?? 4, (shape.minItems ?? 0) + 4),
      })
    case 'integer':
    case 'number':
      return integers(shape)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return texts(shape, ids, name)
    default:
      return anything
  }
}

function objects(shape: Shape, ids: IdsOf): fc.Arbitrary<unknown> {
  const required = shape.required ?? []
  const fields = Object.entries(shape.properties ?? {})
  const model = Object.fromEntries(fields.map(([field, each]) => [field, near(each, ids, field)]))
  const plain = fc.record(model, { requiredKeys: required })
  const keys = fc.oneof(fc.constantFrom(...nastyTexts), fc.uuid())
  const more = shape.additionalProperties
  const open =
    typeof more === 'object' ? fc.dictionary(keys, near(more, ids), { maxKeys: 3 }) : fc.constant({})
  return fc
    .tuple(plain, open, fc.nat(99), fc.constantFrom(...required, canary), anything)
    .map(([object, extra, dice, field, value]) => {
      const whole: Record<string, unknown> = { ...object, ...extra }
      if (dice < 2) delete whole[field]
      if (dice === 3) return { ...whole, [canary]: value }
      return whole
    })
}

function integers({ minimum = -1_000, maximum = 1_000_000 }: Shape): fc.Arbitrary<unknown> {
  const [min, max] = [Math.max(minimum, -(2 ** 31)), Math.min(maximum, 2 ** 31)]
  return fc.oneof(
    fc.integer({ min, max }),
    fc.constantFrom(minimum, maximum),
    fc.integer({ min, max: Math.min(max, min + 50) }),
  )
}

function texts(shape: Shape, ids: IdsOf, name: string): fc.Arbitrary<unknown> {
  if (shape.format === 'uuid') {
    const known = ids(name)
    return known.length === 0
      ? fc.uuid()
      : fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 4 }, fc.uuid())
  }
  if (shape.format === dayFormat || shape.format === 'date') return days
  if (shape.format === 'date-time') return days.map((day) => `${day}T08:00:00+07:00`)
  if (shape.format === 'base64') return fc.base64String({ maxLength: 400 })
  if (shape.pattern && shape.pattern.length < 200) return fc.stringMatching(new RegExp(shape.pattern, 'u'))
  const max = shape.maxLength ?? 500
  return fc.oneof(
    fc.constantFrom('Vàng Thị Thử', 'Nội dung thử', '20', '0912 345 678', '2022', 'true'),
    fc.string({
      unit: 'grapheme',
      minLength: Math.min(shape.minLength ?? 0, 10),
      maxLength: Math.min(max, 60),
    }),
    fc.constantFrom(...nastyTexts).map((each) => each.slice(0, max)),
    fc.constant('ơ'.repeat(Math.min(max, 8_000))),
  )
}

const days = fc
  .date({ min: new Date('2021-12-01'), max: new Date('2026-11-20'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** A wrong value of the right type. */
function odd(shape: Shape): fc.Arbitrary<unknown> {
  if (shape.format === 'uuid') return fc.constantFrom(...nastyIds)
  if (shape.format === dayFormat || shape.format === 'date-time') return fc.constantFrom(...nastyDays)
  if (shape.type === 'integer' || shape.type === 'number')
    return fc.constantFrom<unknown>(...nastyNumbers, '12', null)
  return fc.constantFrom(...nastyTexts, ...nastyDays)
}
