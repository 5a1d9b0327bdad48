import { childClocks, foldChild, representativeRelations } from '@ke-vai/contract/case/child.ts'
import { showDate } from '@ke-vai/contract/date/date.ts'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Notice } from '../ui/Notice.tsx'
import { LinkForm, MeasureForm, PlanForm, RepresentativeForm, SchoolForm } from './ChildForms.tsx'
import { ClocksPanel } from './ClocksPanel.tsx'
import { schoolWords } from './case-words.ts'
import { useMayAtAgency } from './own-agency.ts'
import type { CasePanelProps } from './panel.ts'

const words = {
  notChild: {
    vi: 'Phần này dành cho người dưới 18 tuổi. Nếu tuổi đã rõ, xin sửa ở phần «Bước, thông tin chung».',
    en: 'This part is for people under 18. When the age is known, please set it under “Step, facts”.',
  },
  represents: { vi: 'Người đại diện của trẻ', en: 'Who represents the child' },
  nobody: {
    vi: 'Chưa có người đại diện. Khi cần sự đồng ý, cán bộ bảo vệ trẻ em cùng quyết định.',
    en: 'Nobody yet. Where a consent is needed, the child-protection officer decides as well.',
  },
  suspected: {
    vi: 'Có dấu hiệu liên quan: không được quyết định thay trẻ. Cán bộ bảo vệ trẻ em đồng ý thay.',
    en: 'Under suspicion: never decides for the child. The child-protection officer agrees instead.',
  },
  name: { vi: 'Ghi người đại diện', en: 'Name a representative' },
  measure: { vi: 'Biện pháp khẩn cấp', en: 'Emergency measures' },
  plan: { vi: 'Kế hoạch cho trẻ', en: 'Plan for the child' },
  school: { vi: 'Đi học', en: 'School' },
  noSchool: { vi: 'Chưa ghi việc đi học.', en: 'Nothing is written of school yet.' },
  link: { vi: 'Đi cùng ai, anh chị em', en: 'Came with whom, siblings' },
} as const

/** A child's own track: who represents her, what was done at once, her plan with her own word, school, whom she came with. */
export function ChildPanel(given: CasePanelProps) {
  const { organisationId, caseId, page } = given
  const { say } = useLanguage()
  const may = useMayAtAgency()
  if (page.header.track !== 'child') return <p className="empty">{say(words.notChild)}</p>
  const { representative, school } = foldChild(page.entries)
  const clocks = page.deadlines.filter(({ kind }) => childClocks.some((each) => each === kind))
  const ofCase = { organisationId, caseId }
  return (
    <>
      <div className="card">
        <span className="quiet">{say(words.represents)}</span>
        <p>
          {representative === null ? (
            say(words.nobody)
          ) : (
            <strong>{say(representativeRelations[representative.relation])}</strong>
          )}
        </p>
        {representative?.suspected && <Notice kind="careful">{say(words.suspected)}</Notice>}
      </div>
      <div className="card">
        <span className="quiet">{say(words.school)}</span>
        <p>
          {school === null ? (
            say(words.noSchool)
          ) : (
            <>
              <strong>{say(schoolWords[school.where])}</strong>{' '}
              {say({ vi: `từ ${showDate(school.on)}`, en: `since ${showDate(school.on)}` })}
            </>
          )}
        </p>
      </div>
      {clocks.length > 0 && <ClocksPanel {...given} page={{ ...page, deadlines: clocks }} />}
      {may('case.write') && (
        <div className="actions">
          <Opening text={say(words.measure)}>{(close) => <MeasureForm {...ofCase} onDone={close} />}</Opening>
          <Opening text={say(words.name)}>
            {(close) => <RepresentativeForm {...ofCase} onDone={close} />}
          </Opening>
          <Opening text={say(words.plan)}>{(close) => <PlanForm {...ofCase} onDone={close} />}</Opening>
          <Opening text={say(words.school)}>{(close) => <SchoolForm {...ofCase} onDone={close} />}</Opening>
          <Opening text={say(words.link)}>{(close) => <LinkForm {...ofCase} onDone={close} />}</Opening>
        </div>
      )}
    </>
  )
}
