import { z } from 'zod'
import { defineCommand, done } from '../command.ts'
import { plainDate } from '../date/date.ts'
import { defineRead } from '../endpoint.ts'
import { codeOf } from '../words.ts'
import {
  personStatuses,
  referralOutcomes,
  referralServices,
  riskLevels,
  sexes,
  targetGroups,
} from './codes.ts'
import { contactKind, topic } from './contact.ts'
import { shownSafeContact } from './safe-contact.ts'

export const targetGroup = codeOf(targetGroups)
export const riskLevel = codeOf(riskLevels)
export const personStatus = codeOf(personStatuses)
export const sex = codeOf(sexes)
export const referralService = codeOf(referralServices)
export const referralOutcome = codeOf(referralOutcomes)

/** One line of the register: coded facts, never an identity. */
export const registerLine = z.object({
  id: z.uuid(),
  code: z.string(),
  groups: z.array(targetGroup),
  risk: riskLevel,
  status: personStatus,
  lastContactOn: plainDate.nullable(),
  nextStep: z.string().nullable(),
  nextDueOn: plainDate.nullable(),
  assigned: z.boolean(),
})
export type RegisterLine = z.infer<typeof registerLine>

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

export const registerList = defineRead({
  name: 'register.list',
  path: '/clubs/:clubId/register',
  params: z.object({ clubId: z.uuid() }),
  query: z.object({
    /** The `next` of the page before: pages do not shift while somebody writes. */
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    group: targetGroup.optional(),
    risk: riskLevel.optional(),
    overdue: flag.optional(),
    code: z.string().max(40).optional(),
  }),
  response: z.object({
    lines: z.array(registerLine),
    next: z.string().nullable(),
    total: z.number().int(),
    overdue: z.number().int(),
  }),
  permission: 'register.read',
  scope: 'club',
  summary: { vi: 'Sổ theo dõi của câu lạc bộ', en: "A club's register" },
})

export const contactLine = z.object({
  id: z.uuid(),
  onDay: plainDate,
  kinds: z.array(contactKind),
  countedAs: contactKind,
  topics: z.array(topic),
  minutes: z.number().int().nullable(),
  hasNote: z.boolean(),
  nextStep: z.string().nullable(),
})

export const referralLine = z.object({
  id: z.uuid(),
  service: referralService,
  sentOn: plainDate,
  outcome: referralOutcome,
  outcomeOn: plainDate.nullable(),
})

export const personPage = registerLine.extend({
  sex: sex.nullable(),
  ethnicity: z.string().nullable(),
  memberId: z.uuid().nullable(),
  groupHistory: z.array(z.object({ group: targetGroup, since: plainDate, until: plainDate.nullable() })),
  safeContact: shownSafeContact.nullable(),
  contacts: z.array(contactLine),
  referrals: z.array(referralLine),
  /** Other lines of the book that are this person; what can be taken back carries the merge and until when. */
  merged: z.array(
    z.object({
      id: z.uuid(),
      code: z.string(),
      mergeId: z.uuid().nullable(),
      undoUntil: z.iso.datetime().nullable(),
    }),
  ),
})
export type PersonPage = z.infer<typeof personPage>

export const personRead = defineRead({
  name: 'register.person',
  path: '/clubs/:clubId/register/:personId',
  params: z.object({ clubId: z.uuid(), personId: z.uuid() }),
  query: z.object({}),
  response: personPage,
  permission: 'register.read',
  scope: 'club',
  subject: { kind: 'person', arg: 'personId' },
  summary: { vi: 'Một người trong sổ', en: 'One person in the register' },
})

/** Why a member opens an identity: a short list, so that the audit can be read. */
export const openingReasons = {
  prepare_visit: { vi: 'Chuẩn bị thăm hỏi', en: 'Preparing a visit' },
  call: { vi: 'Gọi cho chị ấy', en: 'Calling her' },
  paperwork: { vi: 'Làm giấy tờ theo ý chị ấy', en: 'Papers at her wish' },
  check_same_person: { vi: 'Kiểm tra ghi trùng', en: 'Checking a double entry' },
  emergency: { vi: 'Việc khẩn cấp', en: 'An emergency' },
} as const

/** Tier T2. It is opened for a reason, shown for minutes, and never kept on the device. */
export const identity = z.object({
  name: z.string(),
  birth: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  note: z.string().nullable(),
  /** Number of her identity card, passport or birth certificate. */
  paper: z.string().nullable().default(null),
  /** Who her family are, in words. */
  family: z.string().nullable().default(null),
})
export type Identity = z.infer<typeof identity>

export const identityOpen = defineCommand({
  name: 'identity.open',
  permission: 'identity.open',
  scope: 'club',
  args: z.object({ clubId: z.uuid(), personId: z.uuid(), reason: codeOf(openingReasons) }),
  /** `others`: what the lines say that were merged into hers, each as it was written. */
  result: identity.extend({ others: z.array(identity).default([]) }),
  audit: 'IDENTITY_OPENED',
  offline: false,
  keepsAnswer: false,
  subject: { kind: 'person', arg: 'personId' },
  stepUp: true,
  summary: { vi: 'Mở thông tin riêng, có lý do', en: 'Open an identity, for a reason' },
})

/** The first form: as little as can be. Name and phone are sealed; the rest is coded. */
export const personRegister = defineCommand({
  name: 'person.register',
  permission: 'register.write',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    personId: z.uuid(),
    name: z.string().trim().min(1).max(200),
    groups: z.array(targetGroup).min(1).max(5),
    sex: sex.nullable().default(null),
    birth: z.string().trim().max(40).nullable().default(null),
    phone: z.string().trim().max(40).nullable().default(null),
    address: z.string().trim().max(300).nullable().default(null),
    surveyRoundId: z.uuid().nullable().default(null),
  }),
  result: z.object({ id: z.uuid(), code: z.string() }),
  audit: 'PERSON_REGISTERED',
  offline: false,
  summary: { vi: 'Ghi một người vào sổ', en: 'Enter a person in the register' },
})

export const personGroupsSet = defineCommand({
  name: 'person.set_groups',
  permission: 'register.write',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    personId: z.uuid(),
    groups: z.array(targetGroup).min(1).max(5),
    onDay: plainDate,
  }),
  result: done,
  audit: 'PERSON_GROUPS_SET',
  offline: false,
  subject: { kind: 'person', arg: 'personId' },
  summary: { vi: 'Đổi nhóm, giữ lịch sử', en: 'Change groups, keeping their history' },
})

/** A mark in the paper book that may mean either stays open until somebody who knows says it. */
export const personSexSet = defineCommand({
  name: 'person.set_sex',
  permission: 'register.write',
  scope: 'club',
  args: z.object({ clubId: z.uuid(), personId: z.uuid(), sex }),
  result: done,
  audit: 'PERSON_SEX_SET',
  offline: false,
  subject: { kind: 'person', arg: 'personId' },
  summary: { vi: 'Ghi giới tính', en: 'Set the sex' },
})

export const personAssign = defineCommand({
  name: 'person.assign',
  permission: 'register.assign',
  scope: 'club',
  args: z.object({ clubId: z.uuid(), personId: z.uuid(), memberId: z.uuid().nullable() }),
  result: done,
  audit: 'PERSON_ASSIGNED',
  offline: false,
  subject: { kind: 'person', arg: 'personId' },
  summary: { vi: 'Giao người đồng hành', en: 'Assign who accompanies her' },
})
