import type { DirectoryEntry } from '../directory/entry.ts'
import { foldText } from '../text/text.ts'
import type { Words } from '../words.ts'
import { type DepartureCountry, departureCountries } from './codes.ts'

/** What stands on the card that somebody takes along: rights in plain words, and nothing of whoever carries it. */
export const cardRights: readonly Words[] = [
  {
    vi: 'Hộ chiếu của tôi, tôi giữ. Không ai được giữ hộ.',
    en: 'My passport is mine to keep. Nobody may keep it for me.',
  },
  {
    vi: 'Tôi giữ một bản hợp đồng, và để một bản ở nhà.',
    en: 'I keep a copy of the contract, and leave one at home.',
  },
  {
    vi: 'Tôi chụp ảnh giấy tờ, gửi cho người tôi tin.',
    en: 'I photograph my papers and send them to somebody I trust.',
  },
  {
    vi: 'Tôi được trả lương đúng hợp đồng, được nghỉ, được đi khám bệnh.',
    en: 'I am paid as the contract says, I may rest, I may see a doctor.',
  },
  {
    vi: 'Tôi được gọi về nhà khi tôi muốn.',
    en: 'I may call home when I want to.',
  },
  {
    vi: 'Khi cần giúp mà không nói thẳng được: nói từ đã hẹn trong một câu bình thường.',
    en: 'When I need help and cannot say so: I say our word in an everyday sentence.',
  },
]

const representation = ['dai su quan', 'lanh su', 'bao ho cong dan', 'van phong kinh te van hoa']

/** Numbers of the home country for somebody in this country, as far as the directory has one. Never a made-up one. */
export function numbersAbroad(
  entries: readonly DirectoryEntry[],
  country: DepartureCountry,
): DirectoryEntry[] {
  return entries.filter((entry) => {
    if (entry.phone === null) return false
    const said = foldText([entry.name, entry.provider, entry.area, entry.description].join(' '))
    if (!representation.some((word) => said.includes(word))) return false
    // The line for citizens abroad serves every country; an embassy its own alone.
    const there = new RegExp(`\\b${foldText(departureCountries[country].vi)}\\b`, 'u')
    return said.includes('bao ho cong dan') || (country !== 'other' && there.test(said))
  })
}

/** Numbers for whoever is at home and worries: the hotlines of the directory. */
export function numbersAtHome(entries: readonly DirectoryEntry[]): DirectoryEntry[] {
  return entries.filter(
    (entry) =>
      entry.kind === 'hotline' && entry.phone !== null && !numbersAbroad([entry], 'other').includes(entry),
  )
}
