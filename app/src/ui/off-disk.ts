const id = 'off-disk'

/**
 * Browsers write what stands in the fields of a page to the disk, in clear, to restore a session after a crash; a thief
 * of the phone would read it there. They leave out fields whose form says autocomplete="off" (HTML, 4.10.18.7; Blink,
 * HTMLFormControlElementWithState::ShouldSaveAndRestoreFormControlState). So every form says it, and a field outside
 * any form belongs to an empty one that does. Watches the page for as long as it lives.
 */
export function keepFieldsOffDisk(): void {
  const owner = document.createElement('form')
  owner.id = id
  owner.hidden = true
  owner.autocomplete = 'off'
  owner.addEventListener('submit', (event) => event.preventDefault())
  document.body.append(owner)
  new MutationObserver(claimFields).observe(document.body, { childList: true, subtree: true })
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function claimFields(): void {
  for (const form of document.forms) if (form.autocomplete !== 'off') form.autocomplete = 'off'
  for (const field of document.querySelectorAll<Field>('input, textarea, select'))
    if (field.form === null) field.setAttribute('form', id)
}
