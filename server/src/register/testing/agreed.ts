import { randomUUID } from 'node:crypto'
import { approvalDecide, approvalRequest } from '@ke-vai/contract/approval/approval.ts'
import type { CommandDefinition, ResultOf } from '@ke-vai/contract/command.ts'
import type { z } from 'zod'
import type { Answer, TestPerson } from '../../platform/testing/test-product.ts'

/** One person asks, another agrees. Answers the id of the yes, or the refusal of the asking. */
export async function askAndAgree<C extends CommandDefinition>(
  asker: TestPerson,
  other: TestPerson,
  command: C,
  args: z.input<C['args']> & { clubId: string },
): Promise<{ approvalId: string; status: number; body: unknown }> {
  const approvalId = randomUUID()
  const place = { clubId: args.clubId, organisationId: null }
  const asked = await asker.send(approvalRequest, { ...place, approvalId, command: command.name, args })
  if (asked.status !== 200) return { approvalId, status: asked.status, body: asked.body }
  const decided = await other.send(approvalDecide, { ...place, approvalId, decision: 'approved' })
  return { approvalId, status: decided.status, body: decided.body }
}

/** Asked, agreed, done: what the command then answers, or the refusal of the asking. */
export async function doAgreed<C extends CommandDefinition>(
  asker: TestPerson,
  other: TestPerson,
  command: C,
  args: z.input<C['args']> & { clubId: string },
): Promise<Answer<ResultOf<C>>> {
  const { approvalId, status, body } = await askAndAgree(asker, other, command, args)
  if (status !== 200) return { status, body: body as ResultOf<C> }
  return asker.send(command, args, randomUUID(), approvalId)
}
