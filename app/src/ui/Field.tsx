import { cloneElement, type InputHTMLAttributes, type ReactElement, useId } from 'react'

interface Props {
  label: string
  hint?: string
  problem?: string | null
  children: ReactElement<InputHTMLAttributes<HTMLInputElement>>
}

/** A labelled input with its hint and its problem tied to it for a screen reader. */
export function Field({ label, hint, problem, children }: Props) {
  const id = useId()
  const about = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {cloneElement(children, {
        id,
        ...(about ? { 'aria-describedby': about } : {}),
        ...(problem ? { 'aria-invalid': true } : {}),
      })}
      {problem && (
        <p id={`${id}-problem`} className="problem">
          {problem}
        </p>
      )}
    </div>
  )
}
