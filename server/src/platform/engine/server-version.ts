import type { Sql } from 'postgres'
import { StartRefusal } from './start-refusal.ts'

// Below these, row-level security can be got around (CVE-2025-8713), and every table here stands under it.
const floors = new Map([
  [15, 14],
  [16, 10],
  [17, 6],
])

/** True for a server whose row-level security can be relied on; @param number as `server_version_num`: 150014 is 15.14. */
export function isServerNewEnough(number: number): boolean {
  const major = Math.floor(number / 10_000)
  return major >= 18 || number % 10_000 >= (floors.get(major) ?? Number.POSITIVE_INFINITY)
}

/**
 * Refuses a server of `DATABASE_URL` that is too old.
 * @throws StartRefusal below 15.14, 16.10, 17.6
 */
export async function checkServerVersion(sql: Sql): Promise<void> {
  const [row] = await sql<{ number: number; shown: string }[]>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as shown`
  if (row !== undefined && isServerNewEnough(row.number)) return
  throw new StartRefusal(
    `Máy chủ PostgreSQL ${row?.shown} đã cũ và không đủ an toàn; hãy nâng cấp lên 15.14, 16.10, 17.6 hoặc 18 trở lên`,
    `this PostgreSQL is too old; upgrade it to 15.14, 16.10, 17.6 or 18 at least`,
  )
}
