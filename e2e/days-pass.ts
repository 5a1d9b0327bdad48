import { addDays } from '@ke-vai/contract/date/date.ts'
import type { TestDatabase } from '../server/src/platform/testing/test-database.ts'

const day = 86_400_000

/** The same day or instant, so many days earlier; any other text as it is. */
function earlier(text: string, days: number): string {
  if (/^\d{4}-\d\d-\d\d$/u.test(text)) return addDays(text, -days)
  if (/^\d{4}-\d\d-\d\dT/u.test(text)) return new Date(Date.parse(text) - days * day).toISOString()
  return text
}

/** So many days go by for one case: all that was written of it, and every clock that runs, lies that much further back. */
export async function daysPass(
  { dangerous: sql }: TestDatabase,
  caseId: string,
  days: number,
): Promise<void> {
  const entries = await sql<{ id: string; body: string }[]>`
    select id, body::text as body from case_entry where case_id = ${caseId}`
  for (const { id, body } of entries) {
    const before = JSON.stringify(
      JSON.parse(body, (_, value: unknown) => (typeof value === 'string' ? earlier(value, days) : value)),
    )
    await sql`update case_entry set body = ${before}::text::jsonb, on_day = on_day - ${days}::int,
      recorded_at = recorded_at - make_interval(days => ${days}::int) where id = ${id}`
  }
  await sql`update case_deadline set started_at = started_at - make_interval(days => ${days}::int),
    due_at = due_at - make_interval(days => ${days}::int), met_at = met_at - make_interval(days => ${days}::int)
    where case_id = ${caseId}`
  await sql`update case_file set opened_at = opened_at - make_interval(days => ${days}::int) where id = ${caseId}`
}
