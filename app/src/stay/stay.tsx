import { foldCase } from '@ke-vai/contract/case/state.ts'
import { stayRequestRule } from '@ke-vai/contract/stay/rules.ts'
import { activeStay, foldStays } from '@ke-vai/contract/stay/state.ts'
import { useMayAtAgency } from '../case/own-agency.ts'
import type { CasePanelProps } from '../case/panel.ts'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { RequestForm } from './ArrivalForms.tsx'
import { PastStays } from './PastStays.tsx'
import { RunningStay } from './RunningStay.tsx'
import './stay.css'

const words = {
  lead: {
    vi: 'Nơi ở an toàn của người được hỗ trợ: từ lúc đề nghị chỗ đến ngày rời. Không ghi địa chỉ ở bất kỳ ô nào.',
    en: 'A safe place to stay: from the day a bed is asked for to the day she leaves. No address goes into any field.',
  },
  none: {
    vi: 'Người này chưa cần chỗ ở tạm lánh. Khi cần, bấm «Đề nghị chỗ ở»; nhà tạm lánh giữ chỗ, rồi đón vào ở khi chính người ấy đồng ý.',
    en: 'She needs no shelter so far. When she does, press “Ask for a bed”; the shelter keeps one and receives her by her own yes.',
  },
  ask: { vi: 'Đề nghị chỗ ở', en: 'Ask for a bed' },
} as const

/** Her stay at a shelter, with what may be done next, and the stays before it. */
export function StayPanel({ organisationId, caseId, page }: CasePanelProps) {
  const { say } = useLanguage()
  const writes = useMayAtAgency()('stay.write')
  const stays = foldStays(page.entries)
  const running = activeStay(stays)
  const past = stays.filter((stay) => stay !== running)
  const mayAsk = writes && stayRequestRule(stays, foldCase(page.entries).state) === null
  return (
    <div className="stack">
      <p className="quiet">{say(words.lead)}</p>
      {running === null && past.length === 0 && <p className="empty">{say(words.none)}</p>}
      {running !== null && (
        <RunningStay key={running.id} {...{ organisationId, caseId, page, stays, writes }} stay={running} />
      )}
      {mayAsk && (
        <Opening text={say(words.ask)}>
          {(close) => <RequestForm organisationId={organisationId} caseId={caseId} onDone={close} />}
        </Opening>
      )}
      <PastStays {...{ organisationId, caseId, entries: page.entries }} stays={past} />
    </div>
  )
}
