import type { Tx } from './database.ts'

/**
 * The value of a dated parameter on a day; null while nobody has verified one, or none is valid. A legal number is asked
 * for on the day of the event, not of the asking.
 * @param day 'YYYY-MM-DD'
 */
export async function selectParameter(tx: Tx, key: string, day: string): Promise<unknown> {
  const [row] = await tx<{ value: unknown }[]>`
    select value from parameter where key = ${key}
      and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
    order by valid_from desc limit 1`
  return row?.value ?? null
}

/** The same where the parameter is a number. */
export async function selectNumber(tx: Tx, key: string, day: string): Promise<number | null> {
  const value = await selectParameter(tx, key, day)
  return typeof value === 'number' ? value : null
}
