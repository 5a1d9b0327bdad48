import { commonRefusals, refuse } from '@ke-vai/contract/refusal.ts'
import { type FoundPerson, identitySearch, searchRule } from '@ke-vai/contract/register/identity.ts'
import { command } from '../platform/commands.ts'
import { withinReach } from '../platform/guard.ts'
import { Refused } from '../platform/refused.ts'

const tooOften = refuse('search_too_often', {
  vi: 'Chị vừa tìm nhiều lần liền nhau. Xin nghỉ một phút rồi tìm tiếp; chưa có gì mất.',
  en: 'You searched many times in a row. Please wait a minute and go on; nothing is lost.',
})

/** The vault's own bound is said in the words of a search; its alarm stays. */
function asSearch(error: unknown): never {
  if (error instanceof Refused && error.refusal.code === commonRefusals.budgetSpent.code)
    throw new Refused(tooOften, error.alarm)
  throw error
}

export const searchIdentity = command(
  identitySearch,
  async (args, { tx, actor, province, reach, vault, audit }) => {
    const { clubId, kind, text } = args
    const refusal = searchRule(args)
    if (refusal) throw new Refused(refusal)
    if (actor.organisationId === null) throw new Refused('notFound')
    // Which kind was asked for, never what.
    await audit({ subjectKind: 'club', subjectId: clubId, fields: [kind] })
    const ids = await vault.search(actor.organisationId, clubId, { kind, text }).catch(asSearch)
    // An entry that was merged is shown as the one that was kept.
    const found = await tx<FoundPerson[]>`
      select distinct person.id, person.code, person.status from person entry
        join person on person.province = entry.province and person.id = coalesce(entry.merged_into, entry.id)
      where entry.province = ${province} and entry.club_id = ${clubId} and entry.id = any (${ids})
        and person.club_id = ${clubId} and person.erased_at is null and ${withinReach(tx, reach)}
      order by person.code`
    return { found: [...found] }
  },
)
