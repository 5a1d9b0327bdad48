import { showDate } from '@ke-vai/contract/date/date.ts'
import type { GrantLine } from '@ke-vai/contract/grant/grant.ts'
import type { Words } from '@ke-vai/contract/words.ts'

/** «từ 01/05/2022 đến 31/12/2026 · do Chị Lài phân», and whether it holds today. */
export function daysWords({ since, until, endedOn, grantedBy }: GrantLine): Words {
  const last = endedOn ?? until
  const vi = `từ ${showDate(since)}${last === null ? '' : ` đến ${showDate(last)}`}`
  const en = `from ${showDate(since)}${last === null ? '' : ` to ${showDate(last)}`}`
  if (grantedBy === null) return { vi, en }
  return { vi: `${vi} · do ${grantedBy} phân`, en: `${en} · given by ${grantedBy}` }
}
