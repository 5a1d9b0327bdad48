import { operatorId } from '../demo/demo.ts'
import { asActor, type Credential } from '../platform/actor.ts'
import type { Sql } from '../platform/database.ts'
import { CommandRefusal } from './terminal.ts'

/** The command line acts as an account of its own, so that permission, row-level security and audit hold for it too. */
export const operator: Credential = { accountId: operatorId }

/** The id of the club of this code. Throws CommandRefusal when the operator reaches none. */
export async function findClub(app: Sql, code: string): Promise<string> {
  const [club] = await asActor(
    app,
    operator,
    {},
    (tx) => tx<{ id: string }[]>`select id from club where code = ${code}`,
  )
  if (club) return club.id
  throw new CommandRefusal('Không có câu lạc bộ nào mang mã này', 'no club has this code')
}
