import { z } from 'zod'
import { plainDate } from '../date/date.ts'
import { defineRead } from '../endpoint.ts'
import { codeOf } from '../words.ts'
import { actionKinds } from './actions.ts'
import { unusualRules } from './unusual.ts'

/** Somebody who works, by the name on her account. */
const worker = z.object({ id: z.uuid(), name: z.string() })

/** Who did what to whose file, when and why: ids, codes and field groups, never a value. */
export const auditLine = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  /** Null: nobody was known yet. */
  account: worker.nullable(),
  action: z.string(),
  place: z.string().nullable(),
  /** The code of the person whom it is about, where it is about one. */
  code: z.string().nullable(),
  fields: z.array(z.string()),
  reason: z.string().nullable(),
})
export type AuditLine = z.infer<typeof auditLine>

const params = z.object({ organisationId: z.uuid() })

/** What was done in an organisation and below it, the latest first. Asking leaves a line of its own. */
export const auditList = defineRead({
  name: 'audit.list',
  path: '/organisations/:organisationId/audit',
  params,
  query: z.object({
    kind: codeOf(actionKinds).optional(),
    accountId: z.uuid().optional(),
    code: z.string().trim().max(40).optional(),
    day: plainDate.optional(),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({
    lines: z.array(auditLine),
    next: z.string().nullable(),
    /** Whom the list may be narrowed to. */
    workers: z.array(worker),
  }),
  permission: 'audit.read',
  scope: 'organisation',
  audit: 'AUDIT_READ',
  summary: { vi: 'Nhật ký: ai xem gì, làm gì', en: 'The audit: who looked at what, did what' },
})

/** What somebody should look at in the last days; see findUnusual. */
export const auditUnusual = defineRead({
  name: 'audit.unusual',
  path: '/organisations/:organisationId/audit/unusual',
  params,
  query: z.object({ days: z.coerce.number().int().min(1).max(90).default(30) }),
  response: z.object({
    first: plainDate,
    findings: z.array(
      z.object({
        rule: codeOf(unusualRules),
        day: plainDate,
        account: worker.nullable(),
        code: z.string().nullable(),
        count: z.number().int(),
        usual: z.number().nullable(),
      }),
    ),
  }),
  permission: 'audit.read',
  scope: 'organisation',
  audit: 'AUDIT_READ',
  summary: { vi: 'Điều gì khác thường', en: 'What is unusual' },
})
