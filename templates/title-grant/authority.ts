import type { Citation } from '#domain/refusal.ts'
import { listAuthorities } from '#domain/title-grant-authority.ts'
import { getForm } from '#domain/title-grant-facts.ts'
import { steps } from '#domain/title-grant.ts'
import type { Language } from '../block.ts'
import { citationsText } from '../citation-text.ts'
import type { PaperContext } from '../paper-context.ts'

/** What empowers the university to grant: as the office named it, and the articles of a province's law behind the name. */
export type PaperAuthority = { readonly authority: string; readonly authorityCitations?: readonly Citation[] }

/** Gathers the authority that the formal check named; what the university itself entered stands as it was entered. */
export function gatherAuthority({ state, parameters, institution }: PaperContext): PaperAuthority {
  const { data, on } = getForm(state, steps.formalCheck)
  const { authority } = data
  const found = listAuthorities({ parameters, today: on, province: institution.province }).find(({ document }) => document === authority)
  return found?.kind === 'province' ? { authority, authorityCitations: found.citations } : { authority }
}

/** The authority as papers cite it. */
export function authorityIn({ authority, authorityCitations }: PaperAuthority, language: Language): string {
  return authorityCitations === undefined ? authority : citationsText(authorityCitations, language)
}
