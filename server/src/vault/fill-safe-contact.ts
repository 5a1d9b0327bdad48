import type { Sql } from '../platform/database.ts'
import type { Sealing } from '../platform/vault.ts'

interface OpenWords {
  province: string
  person_id: string
  say_from: string | null
  who_may_answer: string | null
  visit_rule: string | null
}

const batch = 200

/**
 * Words about reaching a person that an earlier version left in the open are sealed under her key and taken away; also
 * those of an older backup that was restored, so it looks at every start.
 */
export async function fillSafeContact(
  sql: Sql,
  seal: (sealings: readonly Sealing[]) => Promise<Buffer[]>,
): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await sql<OpenWords[]>`
      select province, person_id, say_from, who_may_answer, visit_rule from safe_contact
      where person_id > ${after} and num_nonnulls(say_from, who_may_answer, visit_rule) > 0
      order by person_id limit ${batch}`
    const last = rows.at(-1)
    if (!last) break
    after = last.person_id
    for (const row of rows) await sealRow(sql, row, seal)
  }
}

async function sealRow(
  sql: Sql,
  { province, person_id, say_from, who_may_answer, visit_rule }: OpenWords,
  seal: (sealings: readonly Sealing[]) => Promise<Buffer[]>,
): Promise<void> {
  const [sealed] = await seal([
    {
      key: { person: person_id },
      bound: { table: 'safe_contact', row: person_id, field: 'rule', version: 1 },
      value: { sayFrom: say_from, whoMayAnswer: who_may_answer, visitRule: visit_rule },
    },
    // A person whose key does not open keeps her words where they are, and does not keep the others from theirs.
  ]).catch(() => [])
  if (!sealed) return
  // What was sealed since is newer; and what was changed while this was being sealed is left to the next start.
  await sql`
    update safe_contact set sealed = coalesce(sealed, ${sealed}), say_from = null, who_may_answer = null, visit_rule = null
    where province = ${province} and person_id = ${person_id}
      and (say_from, who_may_answer, visit_rule) is not distinct from (${say_from}, ${who_may_answer}, ${visit_rule})`
}
