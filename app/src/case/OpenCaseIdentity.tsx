import { type CaseIdentity, caseIdentityOpen } from '@ke-vai/contract/case/case.ts'
import { useEffect, useRef, useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { AskReason, type Reason } from '../register/AskReason.tsx'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { ClosesIn } from '../ui/ClosesIn.tsx'
import { useOpened } from '../ui/opened.ts'
import { ChangeIdentityForm } from './ChangeIdentityForm.tsx'
import { identityFields } from './identity-fields.ts'
import { useMayAtAgency } from './own-agency.ts'

const openWords = { vi: 'Mở thông tin riêng', en: 'Open the identity' } as const
const title = { vi: 'Thông tin riêng', en: 'Identity' } as const
const none = { vi: 'chưa có', en: 'none' } as const

const change = { vi: 'Sửa thông tin riêng', en: 'Change the identity' } as const

interface Props {
  organisationId: string
  caseId: string
}

/** Who she is: behind a reason and a fresh proof of who asks, for two minutes, in memory alone. */
export function OpenCaseIdentity({ organisationId, caseId }: Props) {
  const { say } = useLanguage()
  const may = useMayAtAgency()
  const [asking, setAsking] = useState(false)
  const opened = useOpened<CaseIdentity>()
  const sending = useSending()
  const heading = useRef<HTMLHeadingElement>(null)
  const isOpen = opened.value !== null
  useEffect(() => {
    if (isOpen) heading.current?.focus()
  }, [isOpen])

  const open = (reason: Reason) =>
    void sending.run(async () => {
      const { identity } = await sendNow(caseIdentityOpen, { organisationId, caseId, reason })
      opened.show(identity)
      setAsking(false)
      sending.rest()
      readAgain()
    })

  if (opened.value !== null) {
    const identity = opened.value
    return (
      <section className="card stack identity sealed" aria-label={say(title)}>
        <h3 ref={heading} tabIndex={-1}>
          {say(title)}
        </h3>
        <dl className="facts">
          {identityFields.map(({ field, term }) => (
            <div key={field}>
              <dt>{say(term)}</dt>
              <dd>{identity[field] || say(none)}</dd>
            </div>
          ))}
        </dl>
        {may('case.manage') && (
          <Opening text={say(change)}>
            {(close) => (
              <ChangeIdentityForm
                organisationId={organisationId}
                caseId={caseId}
                identity={identity}
                onTyping={() => opened.show(identity)}
                onDone={() => {
                  close()
                  // What stands on the screen is no longer what is kept.
                  opened.close()
                }}
              />
            )}
          </Opening>
        )}
        <ClosesIn opened={opened} />
      </section>
    )
  }
  if (asking)
    return (
      <AskReason
        text={say(openWords)}
        sending={sending}
        onOpen={open}
        onLeave={() => {
          setAsking(false)
          sending.setProblem(null)
        }}
      />
    )
  return (
    <div>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {say(openWords)}
      </Button>
    </div>
  )
}
