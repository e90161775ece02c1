import type { PlainDay } from '#domain/day.ts'
import { getSnapshot, readOpening } from '#domain/open-licence-facts.ts'
import type { HouseSigning } from '#domain/signing-mandate.ts'
import type { Field, Fields, Language, Note, Seal, Signature } from '../block.ts'
import { dayIn, listed, pick, titleIn, type Both, type ResultTitle } from '../lines.ts'
import { gatherSignatories, houseSignLabel, type HouseSignatory } from '../house-signature.ts'
import type { PaperContext } from '../paper-context.ts'

/** What every paper of a declaration begins with. */
export type Header = ResultTitle & {
  readonly matter: string
  readonly patent: string
  readonly patentees: readonly string[]
  readonly institution: Both
  readonly on: PlainDay
}

/** Gathers what every paper begins with; a patent that is on no register has its number alone. */
export function gatherHeader({ state, institution, on }: PaperContext): Header {
  const { title, titleEn, owners } = getSnapshot(state)
  return {
    matter: state.head.number,
    patent: readOpening(state).patent,
    title,
    ...(titleEn === undefined ? {} : { titleEn }),
    patentees: owners.map(({ name }) => name),
    institution: { zh: institution.nameZh, en: institution.nameEn },
    on,
  }
}

/** The patent in a form; `more` follows. */
export function headerFields(header: Header, language: Language, more: readonly Field[] = []): Fields {
  const say = (both: Both) => pick(both, language)
  return {
    kind: 'fields',
    columns: 2,
    rows: [
      { label: say({ zh: '发明创造名称', en: 'Title' }), value: titleIn(header, language), wide: true },
      { label: say({ zh: '专利号', en: 'Patent number' }), value: header.patent },
      { label: say({ zh: '声明编号', en: 'Declaration' }), value: header.matter },
      { label: say({ zh: '专利权人', en: 'Patentees' }), value: listed(header.patentees, language), wide: true },
      ...more,
    ],
  }
}

/** The office's close of a paper. */
export function officeSeal({ institution, on }: Pick<Header, 'institution' | 'on'>, language: Language): Seal {
  const say = (both: Both) => pick(both, language)
  return {
    kind: 'seal',
    label: say({ zh: '知识产权与技术转移办公室（盖章）', en: 'IP and technology transfer office (seal)' }),
    issuer: say(institution),
    date: dayIn(on, language),
  }
}

const dataSheet: Both = {
  zh: '本数据单供在国家知识产权局业务办理系统中填报时逐项核对，不是该局的表格，也不能代替该局的表格提交。',
  en: 'This data sheet is for filling in the e-filing system of the patent office item by item. It is not the office’s form and does not replace it.',
}

const list: Both = {
  zh: '本清单供装订、提交前逐项核对，不是国家知识产权局的表格，也不能代替该局的表格提交。',
  en: 'This list is for checking the package before it is filed. It is not a form of the patent office and replaces none.',
}

/** Says of a list of papers what it is for. */
export function packageNote(language: Language): Note {
  return { kind: 'note', text: pick(list, language) }
}

const declared: Both = {
  zh: '本声明由专利权人签署；所载数据供在国家知识产权局业务办理系统中逐项填报、核对，不是该局的表格，也不能代替该局的表格提交。',
  en: 'The patentees sign this declaration. Its data are for filling in the e-filing system of the patent office item by item; it is not the office’s form and does not replace it.',
}

/** Says of what the patentees declare that its data are filled into the office’s own form. */
export function declarationNote(language: Language): Note {
  return { kind: 'note', text: pick(declared, language) }
}

/** Says of a data sheet that it is one. */
export function dataSheetNote(language: Language): Note {
  return { kind: 'note', text: pick(dataSheet, language) }
}

/** The university among the patentees, and who may sign for it. */
export type HouseAsPatentee = { readonly name: string; readonly signatories: readonly HouseSignatory[] }

/** The university as it stands among the patentees, with whoever may sign the paper for it. */
export function gatherHouseAsPatentee(context: PaperContext, signing: HouseSigning): { readonly house?: HouseAsPatentee } {
  const own = getSnapshot(context.state).owners.find(({ isHouse }) => isHouse)
  return own === undefined ? {} : { house: { name: own.name, signatories: gatherSignatories(context, signing) } }
}

/** A place for each patentee to sign or seal; at the university's own whoever may sign there is named. */
export function signaturesOf({ patentees }: Pick<Header, 'patentees'>, language: Language, house?: HouseAsPatentee): Signature {
  const say = (both: Both) => pick(both, language)
  return {
    kind: 'signature',
    parties: patentees.map((name) => ({
      title: say({ zh: '专利权人', en: 'Patentee' }),
      name,
      signLabel:
        name === house?.name ? houseSignLabel(house.signatories, language) : say({ zh: '（签字或者盖章）', en: '(signature or seal)' }),
      dateLabel: say({ zh: '　　年　　月　　日', en: 'Date:' }),
    })),
  }
}
