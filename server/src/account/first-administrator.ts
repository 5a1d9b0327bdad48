import { randomBytes, randomUUID } from 'node:crypto'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { foldText } from '@ke-vai/contract/text/text.ts'
import { asActor } from '../platform/actor.ts'
import { writeAudit } from '../platform/audit.ts'
import type { Sql, Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { hashToken } from './opened.ts'

const alreadyThere = refuse('administrator_there', {
  vi: 'Đã có người quản trị rồi; người ấy mời những người khác. Chưa có gì thay đổi.',
  en: 'There is an administrator already, who invites the others. Nothing was changed.',
})
const noOrganisation = refuse('organisation_not_found', {
  vi: 'Không có tổ chức nào tên như vậy.',
  en: 'There is no organisation of this name.',
})

/**
 * Makes the invitation of the first administrator, as the command line (`operatorId`). An earlier one that nobody took
 * is cancelled, so that a lost link can be made anew; with an administrator there it refuses.
 * @param organisation the name of an organisation; null: the national one
 * @returns the token of the link, told this once
 */
export async function inviteFirstAdministrator(
  operator: Sql,
  operatorId: string,
  asked: { name: string; organisation: string | null },
): Promise<{ token: string; organisation: string }> {
  const credential = { accountId: operatorId }
  const place = await asActor(operator, credential, {}, (tx) => findOrganisation(tx, asked.organisation))
  const target = { organisationId: place.id }
  return asActor(operator, credential, target, async (tx, actor) => {
    const token = randomBytes(32).toString('base64url')
    const id = randomUUID()
    const [made] = await tx<{ yes: boolean }[]>`
      select policy.invite_first_administrator(${id}, ${hashToken(token)}, ${asked.name}, ${place.id}, ${actor.id}) as yes`
    if (!made?.yes) throw new Refused(alreadyThere)
    await writeAudit(
      tx,
      { actor, province: place.province, action: 'INVITATION_MADE', target, commandId: null },
      { subjectKind: 'invitation', subjectId: id, fields: ['administrator'] },
    )
    return { token, organisation: place.name }
  })
}

interface Organisation {
  id: string
  name: string
  level: string
  province: string
}

async function findOrganisation(tx: Tx, asked: string | null): Promise<Organisation> {
  const all = await tx<Organisation[]>`
    select organisation.id, organisation_name.name, level, province from organisation
    join organisation_name on organisation_id = organisation.id and valid_to is null`
  const found = all.find(({ name, level }) =>
    asked === null ? level === 'national' : foldText(name) === foldText(asked),
  )
  if (!found) throw new Refused(noOrganisation)
  return found
}
