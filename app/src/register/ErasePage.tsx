import { erasureGrounds, personErase } from '@ke-vai/contract/register/erasure.ts'
import { personRead } from '@ke-vai/contract/register/person.ts'
import { useState } from 'react'
import { useOwnClubId } from '../account/own-club.ts'
import { useRead } from '../api/use-read.ts'
import { AskSecond } from '../approval/approval.tsx'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Choice } from '../ui/Choice.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'

type Ground = keyof typeof erasureGrounds

const words = {
  title: { vi: 'Xóa theo ý chị ấy', en: 'Erase at her wish' },
  back: { vi: 'Người được hỗ trợ', en: 'The person' },
  lead: {
    vi: 'Chị ấy có quyền được xóa. Tên, điện thoại, nơi ở, cách liên hệ, ghi chú và câu trả lời sàng lọc sẽ mất hẳn, vì khóa riêng của chị ấy bị hủy.',
    en: 'She has a right to be erased. Name, phone, address, how to reach her, notes and answers are gone for good, because her own key is destroyed.',
  },
  stays: {
    vi: 'Còn lại chỉ là con số: đã có bao nhiêu lượt gặp, chuyển gửi. Không con số nào dẫn về chị ấy.',
    en: 'What stays are numbers: how many contacts and referrals there were. None of them leads to her.',
  },
  final: {
    vi: 'Việc này không hoàn tác được. Bản sao lưu cũ mở lại được nhiều nhất trong 30 ngày, trên máy còn giữ tệp khóa cũ.',
    en: 'This cannot be undone. An old backup could open for 30 days at most, where the old file of keys is still kept.',
  },
  paper: {
    vi: 'Nếu câu lạc bộ còn sổ giấy hoặc tệp Excel có tên chị ấy, xin gạch dòng ấy trước: nhập lại tệp cũ sẽ ghi chị ấy vào sổ lần nữa.',
    en: 'If the club still has a paper book or an Excel file with her name, strike that line out first: bringing it in again would enter her anew.',
  },
  ground: { vi: 'Căn cứ', en: 'Ground' },
  sure: {
    vi: 'Tôi đã hỏi lại và chị ấy hiểu rằng không lấy lại được.',
    en: 'I asked again, and she understands that it cannot be brought back.',
  },
  ask: { vi: 'Đề nghị xóa', en: 'Ask to erase' },
} as const

/** Says what goes and what stays, and asks a second person. */
export function ErasePage({ personId }: { personId: string }) {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const person = useRead(personRead, { clubId, personId }, {})
  const [ground, setGround] = useState<Ground | null>(null)
  const [sure, setSure] = useState(false)
  return (
    <Page title={say(words.title)} back={{ href: paths.person(personId), text: say(words.back) }}>
      <Reading of={person}>
        {(data) => (
          <div className="stack">
            <p className="code big">{data.code}</p>
            <p>{say(words.lead)}</p>
            <p>{say(words.stays)}</p>
            <p>{say(words.paper)}</p>
            <p className="careful">{say(words.final)}</p>
            <AskSecond
              command={personErase}
              ready={ground !== null && (sure || ground !== 'her_wish')}
              submit={say(words.ask)}
              args={() => ({
                clubId,
                personId: data.id,
                erasureId: crypto.randomUUID(),
                ground: ground ?? 'her_wish',
              })}
            >
              <Choice
                label={say(words.ground)}
                options={(Object.keys(erasureGrounds) as Ground[]).map((code) => ({
                  code,
                  text: say(erasureGrounds[code]),
                }))}
                chosen={ground === null ? [] : [ground]}
                onChange={([code]) => setGround(code ?? null)}
              />
              {ground === 'her_wish' && (
                <label className="tick">
                  <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} />
                  {say(words.sure)}
                </label>
              )}
            </AskSecond>
          </div>
        )}
      </Reading>
    </Page>
  )
}
