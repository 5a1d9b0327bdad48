import { z } from 'zod'
import { plainDate } from '../date/date.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { place, placeLevel, placeToday } from './place.ts'

const placeCode = z.string().regex(/^\d{2,5}$/)

export const searchPlacesRead = defineRead({
  name: 'place.search',
  path: '/places',
  params: nothing,
  query: z.object({
    q: z.string().max(200),
    asOf: plainDate.optional(),
    level: placeLevel.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  response: z.object({ places: z.array(place) }),
  permission: 'place.read',
  scope: 'anywhere',
  summary: {
    vi: 'Tìm địa bàn theo chữ đang gõ, có dấu hay không dấu; của hôm nay trước, của ngày trước sau.',
    en: 'Places by what is typed, with or without accents; those of today first. With asOf: only those of that day.',
  },
})

export const getPlaceRead = defineRead({
  name: 'place.get',
  path: '/places/:level/:code',
  params: z.object({ level: placeLevel, code: placeCode }),
  query: z.object({ asOf: plainDate.optional() }),
  response: place,
  permission: 'place.read',
  scope: 'anywhere',
  summary: {
    vi: 'Địa bàn mang mã này vào một ngày (để trống: hôm nay).',
    en: 'The place that bears the code on a day (left out: today).',
  },
})

export const placeTodayRead = defineRead({
  name: 'place.today',
  path: '/places/:level/:code/today',
  params: z.object({ level: placeLevel, code: placeCode }),
  query: z.object({ from: plainDate }),
  response: placeToday,
  permission: 'place.read',
  scope: 'anywhere',
  summary: {
    vi: 'Địa bàn của một ngày trước nay thuộc về đâu; nếu đã chia thì hỏi lại.',
    en: 'Where a place of an earlier day is today; when it was split, the choices to ask about.',
  },
})
