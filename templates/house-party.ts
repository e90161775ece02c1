import type { PartyFacts } from '#domain/register.ts'
import type { Language } from './block.ts'
import { pick, type Both } from './lines.ts'
import type { PaperContext } from './paper-context.ts'

/** The university as a party to a contract is identified by these. */
export type HouseParty = Pick<PartyFacts, 'code' | 'address' | 'legalRepresentative'>

const labels = {
  code: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  address: { zh: '住所', en: 'Address' },
  legalRepresentative: { zh: '法定代表人', en: 'Legal representative' },
} satisfies { readonly [part in keyof HouseParty]-?: Both }

/** What the register of parties has of the university; undefined where it is not entered. */
export function gatherHouse({ house }: Pick<PaperContext, 'house'>): HouseParty | undefined {
  if (house === undefined) return undefined
  const { code, address, legalRepresentative } = house
  return {
    code,
    ...(address === undefined ? {} : { address }),
    ...(legalRepresentative === undefined ? {} : { legalRepresentative }),
  }
}

/** Each fact by which the university is identified, with its label. */
export function houseLines(house: HouseParty, language: Language): string[] {
  const colon = language === 'en' ? ': ' : '：'
  return (['code', 'address', 'legalRepresentative'] as const).flatMap((part) => {
    const value = house[part]
    return value === undefined ? [] : [`${pick(labels[part], language)}${colon}${value}`]
  })
}

/** The code with its name, as beside an owner. */
export function houseIdentity(house: HouseParty | undefined, language: Language): string {
  return house === undefined ? '—' : `${pick(labels.code, language)} ${house.code}`
}
