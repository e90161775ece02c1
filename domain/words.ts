import type { RuleCode } from './refusal.ts'

/** What people read of one refusal; `{name}` in a text is replaced by the fact of that name. */
export type RefusalWords = {
  /** What was wrong. */
  readonly says: string
  /** What to do about it. */
  readonly remedy: string
  /** What would make the check pass. */
  readonly flips?: string
}

export type FieldWords = { readonly label: string; readonly help?: string }

/** Everything people read of one process, in one language. */
export type ProcessWords = {
  readonly process: string
  /** One sentence: what the process is for. */
  readonly purpose: string
  /** By step name. */
  readonly steps: { readonly [step: string]: string }
  /** By `<step>/<outcome>`, or by outcome for all steps. */
  readonly outcomes: { readonly [outcome: string]: string }
  /** How a matter ended. */
  readonly endings: { readonly [ending: string]: string }
  /** By form key, then by field path with `*` for an array's items, e.g. `inventors.*.contributionBp`. */
  readonly forms: { readonly [form: string]: { readonly [path: string]: FieldWords } }
  /** Labels of enum values, by value. */
  readonly values: { readonly [value: string]: string }
  readonly messages: { readonly [message: string]: string }
  readonly refusals: { readonly [code: RuleCode]: RefusalWords }
  readonly documents: { readonly [template: string]: string }
  readonly deadlines: { readonly [code: string]: string }
}

/** Replaces `{name}` in `template` by the fact of that name; unknown names stay, so that a test sees them. */
export function fillWords(template: string, facts: { readonly [name: string]: unknown }): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = facts[name]
    if (value === undefined) return whole
    return Array.isArray(value) ? value.join('、') : String(value)
  })
}
