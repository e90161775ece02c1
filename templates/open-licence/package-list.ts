import { listConsented } from '#domain/open-licence-facts.ts'
import type { PackageItem } from '#domain/open-licence-forms.ts'
import { declarationBasis } from '#domain/open-licence-law.ts'
import { listPackage } from '#domain/open-licence-package.ts'
import { byDesign } from '#domain/refusal.ts'
import { patentLawArticle } from '#domain/patent-citations.ts'
import { listed, pick, type Both } from '../lines.ts'
import type { PaperTemplate } from '../paper-context.ts'
import { packageNote, gatherHeader, headerFields, type Header } from './header.ts'
import { valueIn } from './lines.ts'

type ListFacts = Header & { readonly items: readonly PackageItem[]; readonly consented: readonly string[] }

const official = { zh: '专利开放许可声明申报材料清单', en: 'Open licence declaration: list of the filing package' }

export const template: PaperTemplate<ListFacts> = {
  name: 'open-licence/package-list',
  official,
  facts: (context) => ({ ...gatherHeader(context), items: listPackage(context.state), consented: listConsented(context.state) }),
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    return {
      title: say(official),
      blocks: [
        headerFields(facts, language, [
          {
            label: say({ zh: '已取得书面同意', en: 'Consents on file' }),
            value: facts.consented.length === 0 ? '—' : listed(facts.consented, language),
            wide: true,
          },
        ]),
        {
          kind: 'table',
          columns: [
            { title: say({ zh: '序号', en: 'No.' }), width: 1, align: 'center' },
            { title: say({ zh: '材料', en: 'Paper' }), width: 6 },
            { title: say({ zh: '已装入', en: 'Enclosed' }), width: 2, align: 'center' },
          ],
          rows: facts.items.map((item, place) => [String(place + 1), valueIn(item, language), '□']),
        },
        packageNote(language),
      ],
    }
  },
  requiredFields: [
    { field: 'items', rule: declarationBasis[0], find: ({ items }, language) => items.map((item) => valueIn(item, language)) },
    { field: 'consents', rule: patentLawArticle('14(2)'), find: ({ consented }) => consented },
    { field: 'patent', rule: byDesign, find: ({ patent }) => [patent] },
  ],
}
