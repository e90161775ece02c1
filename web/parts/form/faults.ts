import { Fault } from '#web/api/fault.ts'
import type { FieldFault, FormState } from './form-state.ts'

/** What an answer said of single fields, by JSON pointer; what it said of the data as a whole is left out. */
export function faultsByField(fault: unknown, prefix = ''): FormState['faults'] {
  if (!(fault instanceof Fault)) return {}
  const found: { [pointer: string]: FieldFault[] } = {}
  const note = (field: string | undefined, one: FieldFault) => {
    if (field === undefined || field === '') return
    const pointer = prefix !== '' && field.startsWith(`${prefix}/`) ? field.slice(prefix.length) : field
    found[pointer] = [...(found[pointer] ?? []), one]
  }
  for (const { field, code, message } of fault.problem.errors ?? []) note(field, { code, message })
  for (const refusal of fault.problem.refusals ?? []) note(refusal.field, { refusal })
  return found
}

/** Brings the first faulty field that is drawn into view and puts the focus there. */
export function focusFirstFault(faults: FormState['faults']): void {
  const pointers = new Set(Object.keys(faults))
  const box = [...document.querySelectorAll<HTMLElement>('[data-pointer]')].find((one) => pointers.has(one.dataset['pointer'] ?? ''))
  if (box === undefined) return
  box.scrollIntoView({ block: 'center' })
  box.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true })
}

/** Which of the faulty fields are drawn, and so say themselves what is wrong. */
export function listDrawn(faults: FormState['faults']): readonly string[] {
  const drawn = new Set([...document.querySelectorAll<HTMLElement>('[data-pointer]')].map((one) => one.dataset['pointer']))
  return Object.keys(faults).filter((pointer) => drawn.has(pointer))
}
