import { approvalMine, type OwnWish } from '@ke-vai/contract/approval/approval.ts'
import { type TargetGroup, targetGroups } from '@ke-vai/contract/register/codes.ts'
import {
  type ExportField,
  exportFields,
  exportPurposes,
  mostExported,
  registerExport,
} from '@ke-vai/contract/register/export.ts'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { useOwnClubId } from '../account/own-club.ts'
import { useRead } from '../api/use-read.ts'
import { AskSecond } from '../approval/approval.tsx'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { TakeExport } from './TakeExport.tsx'

type Purpose = keyof typeof exportPurposes

const words = {
  title: { vi: 'Xuất danh sách có tên', en: 'Export a list with names' },
  back: { vi: 'Sổ theo dõi', en: 'Register' },
  lead: {
    vi: `Tệp Excel có tên thật, nên cần hai người đồng ý. Mỗi lần nhiều nhất ${mostExported} người. Trên tệp có ghi ai xuất, lúc nào, để làm gì; nhật ký cũng ghi từng người trong danh sách.`,
    en: `An Excel file with real names, so two people agree on it. At most ${mostExported} persons at a time. The file says who took it, when and for what; the log names each person's code in it.`,
  },
  purpose: { vi: 'Để làm gì', en: 'For what' },
  fields: { vi: 'Cần thêm cột nào (ngoài mã số và tên)', en: 'Which columns beside code and name' },
  group: { vi: 'Nhóm', en: 'Group' },
  everybody: { vi: 'Cả sổ', en: 'The whole book' },
  ask: { vi: 'Đề nghị xuất', en: 'Ask for the list' },
  gone: {
    vi: 'Đề nghị này không còn dùng được. Xin gửi đề nghị mới.',
    en: 'This wish can no longer be used. Please ask anew.',
  },
} as const

/** Asks for a list; comes back with the other's yes in its address, and then takes it. */
export function ExportPage() {
  const { say } = useLanguage()
  const approvalId = new URLSearchParams(useSearch()).get('approval')
  return (
    <Page title={say(words.title)} back={{ href: paths.register(), text: say(words.back) }}>
      <div className="stack">
        <p>{say(words.lead)}</p>
        {approvalId === null ? <AskForList /> : <AgreedList approvalId={approvalId} />}
      </div>
    </Page>
  )
}

function AgreedList({ approvalId }: { approvalId: string }) {
  const { say } = useLanguage()
  const mine = useRead(approvalMine, {}, {})
  const args = (wish: OwnWish | undefined) => {
    const agreed = wish?.state === 'approved' && wish.command === registerExport.name
    return agreed ? (registerExport.args.safeParse(wish.args).data ?? null) : null
  }
  return (
    <Reading of={mine}>
      {(data) => {
        const agreed = args(data.wishes.find((wish) => wish.id === approvalId))
        if (agreed === null) return <Notice kind="careful">{say(words.gone)}</Notice>
        return <TakeExport args={agreed} approvalId={approvalId} />
      }}
    </Reading>
  )
}

function AskForList() {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const [purpose, setPurpose] = useState<Purpose | null>(null)
  const [fields, setFields] = useState<ExportField[]>([])
  const [group, setGroup] = useState<TargetGroup | ''>('')
  return (
    <AskSecond
      command={registerExport}
      ready={purpose !== null}
      submit={say(words.ask)}
      args={() => ({
        clubId,
        exportId: crypto.randomUUID(),
        purpose: purpose ?? 'support_budget',
        fields,
        group: group === '' ? null : group,
      })}
    >
      <Choice
        label={say(words.purpose)}
        options={(Object.keys(exportPurposes) as Purpose[]).map((code) => ({
          code,
          text: say(exportPurposes[code]),
        }))}
        chosen={purpose === null ? [] : [purpose]}
        onChange={([code]) => setPurpose(code ?? null)}
      />
      <Choice
        label={say(words.fields)}
        several
        options={(Object.keys(exportFields) as ExportField[]).map((code) => ({
          code,
          text: say(exportFields[code]),
        }))}
        chosen={fields}
        onChange={setFields}
      />
      <CodeSelect
        label={say(words.group)}
        codes={targetGroups}
        none={say(words.everybody)}
        value={group}
        onChange={setGroup}
      />
    </AskSecond>
  )
}
