import { z } from 'zod'
import { codeOf } from '../words.ts'
import { ageBands, caseChannels, caseLanguages, caseNationalities, triages } from './codes.ts'
import { defineEntry } from './entry.ts'

/** How she came, what she needs at once and the coded part of the six fields; never what happened to her. */
export const received = defineEntry({
  kind: 'reception.received',
  tier: 'team',
  body: z.object({
    channel: codeOf(caseChannels),
    triage: z.array(codeOf(triages)),
    sex: z.enum(['female', 'male', 'other']).nullable().default(null),
    ageBand: codeOf(ageBands).nullable().default(null),
    language: codeOf(caseLanguages).nullable().default(null),
    nationality: codeOf(caseNationalities).default('unknown'),
  }),
  sealed: null,
  words: { vi: 'Tiếp nhận', en: 'Received' },
})
