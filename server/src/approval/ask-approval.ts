import { approvalRequest } from '@ke-vai/contract/approval/approval.ts'
import { waitsHours } from '@ke-vai/contract/approval/rules.ts'
import { hashRequest, hashResult } from '../platform/approval.ts'
import { type Command, type CommandContext, command, targetOf } from '../platform/commands.ts'
import { requirePermission, requireSubject } from '../platform/guard.ts'
import { Refused } from '../platform/refused.ts'

/** How many codes a wish shows to whoever decides; beyond that, counts tell more. */
const codesShown = 20

/**
 * The command by which anybody asks for a second person's yes. What is asked for is checked as if it were done now
 * (arguments, permission, the person it is about, its own rule), and bound to what it would touch; nothing is done.
 */
export function askApproval(commands: readonly Command[]): Command {
  return command(approvalRequest, async (request, context) => {
    const { tx, actor, province, audit } = context
    const { definition, foresee } = commands.find((each) => each.definition.name === request.command) ?? {}
    if (!definition?.twoPeople || !foresee) throw new Refused('badShape')
    const parsed = definition.args.safeParse(request.args)
    if (!parsed.success) throw new Refused('badShape')
    const args = parsed.data as Record<string, unknown>
    const target = targetOf(definition.scope, args)
    const here = targetOf('place', request)
    if (target.clubId !== here.clubId || target.organisationId !== here.organisationId)
      throw new Refused('badShape')
    const reach = requirePermission(actor, definition.permission, target)
    if (definition.subject)
      await requireSubject(tx, definition.subject, args[definition.subject.arg], { province, reach, target })
    const result = await foresee(args, { tx, actor, reach, province })
    const touches = result.ids.filter((id) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/u.test(id))
    const [made] = await tx`
      insert into approval (province, id, organisation_id, club_id, command, request, request_hash, result_hash, counts,
        codes, touches, requested_by, requested_sign_in, expires_at)
      values (${province}, ${request.approvalId}, ${target.organisationId ?? null}, ${target.clubId ?? null},
        ${definition.name}, ${JSON.stringify(args)}::text::jsonb, ${hashRequest(definition.name, args)},
        ${hashResult(result)}, ${JSON.stringify(result.counts)}::text::jsonb, ${await codesOf(context, touches)},
        ${touches}, ${actor.id}, ${actor.signInId}, now() + ${waitsHours} * interval '1 hour')
      on conflict do nothing returning id`
    if (!made) throw new Refused('idReused')
    await audit({ subjectKind: 'approval', subjectId: request.approvalId, fields: [definition.name] })
    return { id: request.approvalId }
  })
}

async function codesOf({ tx, province }: CommandContext, ids: readonly string[]): Promise<string[]> {
  const rows = await tx<{ code: string }[]>`
    select code from person where province = ${province} and id = any (${[...ids]}::uuid[])
    order by code limit ${codesShown}`
  return rows.map(({ code }) => code)
}
