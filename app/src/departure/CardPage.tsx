import { quietName } from '@ke-vai/contract/companion/her-sheet.ts'
import { cardRights, numbersAbroad, numbersAtHome } from '@ke-vai/contract/departure/card.ts'
import { type DepartureCountry, departureCountries } from '@ke-vai/contract/departure/codes.ts'
import { directoryList } from '@ke-vai/contract/directory/directory.ts'
import { useEffect, useState } from 'react'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import './departure.css'

const words = {
  title: { vi: 'Thẻ mang theo khi đi xa', en: 'A card to take along' },
  back: { vi: 'Hôm nay', en: 'Today' },
  print: { vi: 'In thẻ (khổ A6)', en: 'Print the card (A6)' },
  lead: {
    vi: 'Thẻ không ghi tên ai. Từ đã hẹn thì nhớ trong đầu, không viết lên thẻ.',
    en: 'The card names nobody. The word agreed on is remembered, not written down.',
  },
  country: { vi: 'Đi nước nào?', en: 'Which country?' },
  choose: { vi: 'Chưa chọn', en: 'Not chosen' },
  mine: { vi: 'Tôi nhớ', en: 'I remember' },
  abroad: { vi: 'Ở nơi tôi đến', en: 'Where I go' },
  ask: {
    vi: 'Số của cơ quan đại diện Việt Nam: xin hỏi cán bộ trước khi đi, rồi ghi vào đây:',
    en: 'The number of the Vietnamese embassy: ask an officer before leaving, and write it here:',
  },
  home: { vi: 'Người nhà ở Việt Nam gọi', en: 'Family in Việt Nam may call' },
  none: { vi: 'Xin hỏi cán bộ.', en: 'Please ask an officer.' },
  line: { vi: 'Đường dây hỗ trợ', en: 'A help line' },
  hand: { vi: 'Số người tôi tin', en: 'The number of somebody I trust' },
  days: { vi: 'Ngày tôi gọi về', en: 'Days on which I call home' },
} as const

/** A neutral card to fold into a passport: rights, numbers, and room to write by hand. It is of no person. */
export function CardPage() {
  const { say } = useLanguage()
  const [country, setCountry] = useState<DepartureCountry | ''>('')
  const directory = useRead(directoryList, {}, {})
  // What a printer or a saved file calls it.
  useEffect(() => {
    const before = document.title
    document.title = 'The mang theo'
    return () => {
      document.title = before
    }
  }, [])
  return (
    <Page
      title={say(words.title)}
      back={{ href: paths.home(), text: say(words.back) }}
      actions={<Button onClick={() => window.print()}>{say(words.print)}</Button>}
    >
      <div className="stack no-print">
        <p>{say(words.lead)}</p>
        <CodeSelect
          label={say(words.country)}
          codes={departureCountries}
          none={say(words.choose)}
          value={country}
          onChange={setCountry}
        />
      </div>
      <Reading of={directory}>
        {({ entries }) => {
          const abroad = numbersAbroad(entries, country || 'other')
          const home = numbersAtHome(entries)
          return (
            <article className="travel-card">
              <h2 className="travel-title">{say(words.title)}</h2>
              <h3>{say(words.mine)}</h3>
              <ul>
                {cardRights.map((right) => (
                  <li key={right.en}>{say(right)}</li>
                ))}
              </ul>
              <h3>
                {say(words.abroad)}
                {country && country !== 'other' && `: ${say(departureCountries[country])}`}
              </h3>
              {abroad.length === 0 ? (
                <p>
                  {say(words.ask)}
                  <span className="by-hand" />
                </p>
              ) : (
                <Numbers entries={abroad} />
              )}
              <h3>{say(words.home)}</h3>
              {home.length === 0 ? <p>{say(words.none)}</p> : <Numbers entries={home} />}
              <p>
                {say(words.hand)}
                <span className="by-hand" />
              </p>
              <p>
                {say(words.days)}
                <span className="by-hand" />
              </p>
            </article>
          )
        }}
      </Reading>
    </Page>
  )
}

function Numbers({ entries }: { entries: ReturnType<typeof numbersAtHome> }) {
  const { say } = useLanguage()
  return (
    <ul>
      {entries.map(({ id, phone, name }) => (
        <li key={id}>
          <strong>{phone}</strong> {quietName(name, say(words.line))}
        </li>
      ))}
    </ul>
  )
}
