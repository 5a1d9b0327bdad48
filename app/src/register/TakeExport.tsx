import type { ArgsOf } from '@ke-vai/contract/command.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { registerExport } from '@ke-vai/contract/register/export.ts'
import { useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain, wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

const words = {
  agreed: {
    vi: 'Đã được đồng ý. Tệp chỉ tải được một lần; xin cất ở nơi chỉ chị mở được và hủy khi dùng xong.',
    en: 'It was agreed. The file can be taken once; keep it where only you can open it, and destroy it after use.',
  },
  take: { vi: 'Tải tệp Excel', en: 'Take the Excel file' },
  taken: { vi: 'Đã tải danh sách về máy này.', en: 'The list is on this machine now.' },
} as const

/** Takes the agreed list once; it goes straight into a file and is shown nowhere. */
export function TakeExport(props: { args: ArgsOf<typeof registerExport>; approvalId: string }) {
  const { say } = useLanguage()
  const [busy, setBusy] = useState(false)
  const [taken, setTaken] = useState(false)
  const [problem, setProblem] = useState<Refusal | null>(null)

  async function take() {
    setBusy(true)
    setProblem(null)
    try {
      const { file, fileName } = await sendNow(registerExport, props.args, props.approvalId)
      saveFile(file, fileName)
      setTaken(true)
    } catch (error) {
      setProblem(wordsOf(error))
      readAgain()
    }
    setBusy(false)
  }

  if (taken) return <Notice kind="good">{say(words.taken)}</Notice>
  return (
    <div className="stack">
      <Notice kind="careful">{say(words.agreed)}</Notice>
      {problem && <Notice kind="problem">{say(problem.message)}</Notice>}
      <Button wide busy={busy} onClick={() => void take()}>
        {say(words.take)}
      </Button>
    </div>
  )
}

function saveFile(base64: string, name: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes]))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
