import {
  periodBands,
  recruiterRelations,
  type TraffickingFacts,
  traffickingForms,
  traffickingMeans,
} from '@ke-vai/contract/case/story.ts'
import type { CodeWords, Words } from '@ke-vai/contract/words.ts'

export const whereWords: CodeWords<TraffickingFacts['where']> = {
  unknown: { vi: 'Chưa rõ', en: 'Not known' },
  in_country: { vi: 'Trong nước', en: 'In Việt Nam' },
  abroad: { vi: 'Nước ngoài', en: 'Abroad' },
}

export const storyWords: Readonly<Record<keyof TraffickingFacts, Words>> = {
  where: { vi: 'Ở đâu', en: 'Where' },
  destination: { vi: 'Nơi bị đưa tới', en: 'Taken to' },
  means: { vi: 'Bằng cách nào', en: 'By what means' },
  forms: { vi: 'Bị bóc lột thế nào', en: 'Exploited how' },
  period: { vi: 'Trong bao lâu', en: 'For how long' },
  recruiter: { vi: 'Người đưa đi là ai', en: 'Who took her' },
  words: { vi: 'Lời người được hỗ trợ', en: 'In the words of the person' },
}

/** The codes of a story in words, once it is opened. */
export const storyCodes: Readonly<Record<string, Readonly<Record<string, Words | undefined>>>> = {
  where: whereWords,
  means: traffickingMeans,
  forms: traffickingForms,
  period: periodBands,
  recruiter: recruiterRelations,
}
