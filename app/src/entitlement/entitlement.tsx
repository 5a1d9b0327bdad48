import { caseNationalities, legalStatuses } from '@ke-vai/contract/case/codes.ts'
import {
  type EntitlementShown,
  entitlementList,
  entitlementPropose,
} from '@ke-vai/contract/entitlement/entitlement.ts'
import { regimes } from '@ke-vai/contract/entitlement/law.ts'
import type { ReactNode } from 'react'
import { standingWith, useMe } from '../account/session.ts'
import { useRead } from '../api/use-read.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { Notice } from '../ui/Notice.tsx'
import { Reading } from '../ui/Reading.tsx'
import { EntitlementRow } from './EntitlementRow.tsx'

const words = {
  emergency: {
    vi: 'Các hỗ trợ a–g giúp được ngay khi người được hỗ trợ cần: không chờ giấy tờ, kết quả xác định hay việc làm việc với công an.',
    en: 'a–g may be given as soon as needed: no papers, status or talk with the police is waited for.',
  },
  child: {
    vi: 'Trẻ đi cùng có quyền được hỗ trợ riêng; bảng này chỉ của cháu.',
    en: 'A child who came along has entitlements of her own; this table is hers alone.',
  },
  propose: { vi: 'Đề xuất các hỗ trợ theo luật', en: 'Propose what the law gives' },
  law: { vi: 'Theo luật', en: 'By law' },
  need: { vi: 'Giúp ngay khi cần', en: 'When needed' },
  later: { vi: 'Chưa thuộc diện lúc này', en: 'Not open now' },
  status: { vi: 'Tình trạng pháp lý', en: 'Legal status' },
  nationality: { vi: 'Quốc tịch', en: 'Nationality' },
} as const

interface Props {
  organisationId: string
  caseId: string
}

/** What the law gives the person of a case, how each support stands, and what may be written of it now. */
export function EntitlementPanel({ organisationId, caseId }: Props) {
  const { say } = useLanguage()
  const list = useRead(entitlementList, { organisationId, caseId }, {})
  const mayWrite = standingWith(useMe(), 'case.write') !== null
  return (
    <Reading of={list}>
      {(data) => {
        const by = (...bases: EntitlementShown['basis'][]) =>
          data.lines.filter(({ basis }) => bases.includes(basis))
        const unwritten = by('right', 'case_by_case').some(({ state }) => state === null)
        const rows = (lines: EntitlementShown[]) =>
          lines.map((line) => (
            <EntitlementRow
              key={`${line.regime} ${line.code}`}
              organisationId={organisationId}
              caseId={caseId}
              line={line}
              ofRegime={data.source}
              mayWrite={mayWrite}
            />
          ))
        return (
          <>
            <p>
              {say(regimes[data.regime])}
              <span className="quiet below">
                {say(words.status)}: {say(legalStatuses[data.legalStatus])} · {say(words.nationality)}:{' '}
                {say(caseNationalities[data.nationality])}
              </span>
              <span className="quiet below">{data.source}</span>
            </p>
            {data.accompanies && <Notice>{say(words.child)}</Notice>}
            <Notice kind="good">{say(words.emergency)}</Notice>
            {mayWrite && unwritten && (
              <CommandForm
                command={entitlementPropose}
                args={() => ({ organisationId, caseId })}
                submit={say(words.propose)}
                onDone={() => {}}
              />
            )}
            <Part title={say(words.law)}>{rows(by('right', 'case_by_case'))}</Part>
            <Part title={say(words.need)}>{rows(by('emergency'))}</Part>
            <Part title={say(words.later)}>{rows(by('needs_nationality', 'none'))}</Part>
          </>
        )
      }}
    </Reading>
  )
}

function Part({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="cards">{children}</ul>
    </section>
  )
}
