import type { PlainDay } from '#domain/day.ts'
import { readOpening } from '#domain/pre-filing-assessment-facts.ts'
import type { Field, Fields, Language, Seal } from '../block.ts'
import { valueIn as ownerKindIn } from '../disclosure/lines.ts'
import { dayIn, listed, nameIn, personOf, pick, titleIn, type Both, type NamedPerson, type ResultTitle } from '../lines.ts'
import type { PaperContext } from '../paper-context.ts'
import { valueIn } from './lines.ts'

/** What every paper of an assessment begins with. */
export type Header = ResultTitle & {
  readonly matter: string
  readonly disclosureNumber?: string
  readonly field: string
  readonly resultType: string
  readonly inventors: readonly NamedPerson[]
  readonly coOwners: readonly string[]
  readonly institution: Both
  readonly on: PlainDay
}

/** Gathers what every paper begins with. */
export function gatherHeader({ state, people, institution, on }: PaperContext): Header {
  const { disclosureNumber, title, titleEn, field, resultType, inventors, coOwners } = readOpening(state)
  return {
    matter: state.head.number,
    ...(disclosureNumber === undefined ? {} : { disclosureNumber }),
    title,
    ...(titleEn === undefined ? {} : { titleEn }),
    field,
    resultType,
    inventors: inventors.map(({ person }) => personOf(people, person)),
    coOwners: (coOwners ?? []).map(({ name }) => name),
    institution: { zh: institution.nameZh, en: institution.nameEn },
    on,
  }
}

/** The inventors' names in one line. */
export function inventorsIn(header: Header, language: Language): string {
  return listed(
    header.inventors.map((one) => nameIn(one, language)),
    language,
  )
}

/** The university and its co-owners; who has no name in the finding is named by what he is. */
export function ownersIn({ institution, coOwners }: Header, language: Language): string[] {
  return [pick(institution, language), ...coOwners.map((name) => ownerKindIn(name, language))]
}

/** The result in a form: title, numbers, inventors, co-owners; `more` follows. */
export function headerFields(header: Header, language: Language, more: readonly Field[] = []): Fields {
  const say = (both: Both) => pick(both, language)
  const { disclosureNumber } = header
  return {
    kind: 'fields',
    columns: 2,
    rows: [
      { label: say({ zh: '成果名称', en: 'Result' }), value: titleIn(header, language), wide: true },
      { label: say({ zh: '评估编号', en: 'Assessment' }), value: header.matter },
      ...(disclosureNumber === undefined ? [] : [{ label: say({ zh: '披露编号', en: 'Disclosure' }), value: disclosureNumber }]),
      { label: say({ zh: '成果类型', en: 'Kind of result' }), value: valueIn(header.resultType, language) },
      { label: say({ zh: '技术领域', en: 'Field (IPC)' }), value: header.field },
      { label: say({ zh: '发明人', en: 'Inventors' }), value: inventorsIn(header, language), wide: true },
      { label: say({ zh: '权利人', en: 'Owners' }), value: listed(ownersIn(header, language), language), wide: true },
      ...more,
    ],
  }
}

/** The office's close of a paper: who issues it, the day, the place of the seal. */
export function officeSeal({ institution, on }: Header, language: Language): Seal {
  const say = (both: Both) => pick(both, language)
  return {
    kind: 'seal',
    label: say({ zh: '知识产权与技术转移办公室（盖章）', en: 'IP and technology transfer office (seal)' }),
    issuer: say(institution),
    date: dayIn(on, language),
  }
}
