import { z } from 'zod'
import { caseLanguages } from '../case/codes.ts'
import { defineCommand, done, made } from '../command.ts'
import { plainDate } from '../date/date.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { codeOf } from '../words.ts'
import {
  directoryFees,
  directoryForWhom,
  directoryHours,
  directoryKinds,
  directoryProblems,
} from './codes.ts'
import { directoryEntry, directoryFacts } from './entry.ts'

/** The organisation is the entry's owner: who must keep it true. */
const ofEntry = { organisationId: z.uuid(), entryId: z.uuid() }

export const directoryAdd = defineCommand({
  name: 'directory.add',
  permission: 'directory.write',
  scope: 'organisation',
  args: z.object({ ...ofEntry, facts: directoryFacts }),
  result: made,
  audit: 'DIRECTORY_ADDED',
  offline: false,
  summary: { vi: 'Thêm một dịch vụ vào danh mục', en: 'Add a service to the directory' },
})

export const directoryChange = defineCommand({
  name: 'directory.change',
  permission: 'directory.write',
  scope: 'organisation',
  args: z.object({ ...ofEntry, facts: directoryFacts }),
  result: done,
  audit: 'DIRECTORY_CHANGED',
  offline: false,
  summary: { vi: 'Sửa một dịch vụ trong danh mục', en: 'Change a service of the directory' },
})

/** Somebody called or went there today, and what the entry says is so. */
export const directoryCheck = defineCommand({
  name: 'directory.check',
  permission: 'directory.write',
  scope: 'organisation',
  args: z.object(ofEntry),
  result: z.object({ checkedOn: plainDate, nextCheckOn: plainDate.nullable() }),
  audit: 'DIRECTORY_CHECKED',
  offline: false,
  summary: { vi: 'Đã kiểm tra, thông tin đúng', en: 'Checked, it is so' },
})

export const directoryWithdraw = defineCommand({
  name: 'directory.withdraw',
  permission: 'directory.write',
  scope: 'organisation',
  args: z.object(ofEntry),
  result: done,
  audit: 'DIRECTORY_WITHDRAWN',
  offline: false,
  summary: { vi: 'Rút một dịch vụ khỏi danh mục', en: 'Withdraw a service from the directory' },
})

/** Anybody who tried and did not get there says so; the owner then finds it among what to check. */
export const directoryReport = defineCommand({
  name: 'directory.report',
  permission: 'directory.read',
  scope: 'anywhere',
  args: z.object({ entryId: z.uuid(), problem: codeOf(directoryProblems) }),
  result: done,
  audit: 'DIRECTORY_REPORTED',
  offline: false,
  summary: { vi: 'Báo một dịch vụ không đúng', en: 'Report that an entry does not hold' },
})

/** Seals the street of a shelter or trusted address for the shelter team of one organisation. */
export const directoryStreetSet = defineCommand({
  name: 'directory.set_street',
  permission: 'directory.street.set',
  scope: 'organisation',
  args: z.object({
    ...ofEntry,
    shelterOrganisationId: z.uuid(),
    street: z.string().trim().min(1).max(300),
  }),
  result: done,
  audit: 'DIRECTORY_STREET_SET',
  offline: false,
  // The hash of the arguments is keyed; an answer is kept, it holds nothing.
  summary: { vi: 'Niêm phong địa chỉ nơi an toàn', en: 'Seal the street of a safe place' },
})

/** `organisationId`: whose shelter team asks. */
export const directoryStreetOpen = defineCommand({
  name: 'directory.open_street',
  permission: 'directory.street.open',
  scope: 'organisation',
  args: z.object(ofEntry),
  result: z.object({ street: z.string() }),
  audit: 'DIRECTORY_STREET_OPENED',
  offline: false,
  keepsAnswer: false,
  stepUp: true,
  summary: { vi: 'Mở địa chỉ nơi an toàn', en: 'Open the street of a safe place' },
})

/** The directory of one province and of the whole country. Without filters it is what a phone keeps. */
export const directoryList = defineRead({
  name: 'directory.list',
  path: '/directory',
  params: nothing,
  query: z.object({
    /** The asker's own when left out. */
    province: z
      .string()
      .regex(/^\d{2}$/)
      .optional(),
    q: z.string().max(200).optional(),
    kind: codeOf(directoryKinds).optional(),
    language: codeOf(caseLanguages).optional(),
    fee: codeOf(directoryFees).optional(),
    hours: codeOf(directoryHours).optional(),
    forWhom: codeOf(directoryForWhom).optional(),
    /** Only what the asker keeps and should check now. */
    toCheck: z.enum(['true', 'false']).default('false'),
  }),
  response: z.object({ entries: z.array(directoryEntry), readOn: plainDate }),
  permission: 'directory.read',
  scope: 'anywhere',
  summary: { vi: 'Danh mục dịch vụ và đường dây nóng', en: 'The directory of services and hotlines' },
})
