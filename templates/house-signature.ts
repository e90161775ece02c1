import { listCovering, nameMandate, type HouseSigning, type MandateNamed } from '#domain/signing-mandate.ts'
import type { Language } from './block.ts'
import { dayIn, nameIn, personOf, pick, type Both, type NamedPerson } from './lines.ts'
import type { PaperContext } from './paper-context.ts'

/** Who may sign a paper for the house, and under which mandate. */
export type HouseSignatory = { readonly person: Pick<NamedPerson, 'name' | 'nameLatin'>; readonly mandate: MandateNamed }

const bases: { readonly [basis in MandateNamed['basis']]: Both } = {
  'legal-representative': { zh: '法定代表人', en: 'legal representative' },
  'written-authorisation': { zh: '授权委托书', en: 'letter of authority' },
}

/** A mandate as a paper names it: post, kind, number and day. */
export function mandateIn({ post, basis, number, givenOn }: MandateNamed, language: Language): string {
  const kind = pick(bases[basis], language)
  const day = dayIn(givenOn, language)
  return language === 'zh-CN' ? `${post}，${kind}${number}（${day}）` : `${post}, ${kind} ${number} (${day})`
}

/** Everybody with a mandate for the paper on the day of its drawing, by person. */
export function gatherSignatories({ mandates = [], people, on }: PaperContext, signing: HouseSigning): HouseSignatory[] {
  return listCovering(mandates, signing, on).map((mandate) => {
    const { name, nameLatin } = personOf(people, mandate.person)
    return { person: { name, ...(nameLatin === undefined ? {} : { nameLatin }) }, mandate: nameMandate(mandate) }
  })
}

const place: Both = {
  zh: '（盖章；法定代表人或者授权代表签字）',
  en: '(seal; legal representative or authorised agent signs)',
}

/** What stands at the house's place of signature: who may sign there, each with his mandate. */
export function houseSignLabel(signatories: readonly HouseSignatory[], language: Language): string {
  const lines = signatories.map(
    ({ person, mandate }) => `${nameIn(person, language)}${language === 'en' ? ': ' : '：'}${mandateIn(mandate, language)}`,
  )
  return [pick(place, language), ...lines].join('\n')
}
