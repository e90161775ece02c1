import type { BiologicalMaterial, Declared, GeneticResources } from '#domain/disclosure-form.ts'
import type { Block, Language } from '../block.ts'
import { countryIn, dayIn, listed, nameIn, pick, withRemark, yesIn, type Both } from '../lines.ts'
import { labelIn, says, valueIn } from './lines.ts'
import type { ReportFacts } from './report-facts.ts'

const none: Both = { zh: '无', en: 'None' }
const noticeRead: Both = { zh: '全体发明人已阅读', en: 'Read by all inventors' }

function joined(parts: readonly string[], language: Language): string {
  return parts.join(language === 'en' ? '; ' : '；')
}

function answered(yes: boolean, said: readonly string[], language: Language): string {
  return says(yesIn(yes, language), joined(said, language), language)
}

function factsOf({ facts, documents = [] }: Declared, path: string, language: Language): string[] {
  return [
    ...(facts === undefined ? [] : [facts]),
    ...(documents.length === 0 ? [] : [says(labelIn(`${path}.documents`, language), listed(documents, language), language)]),
  ]
}

const genetic = 'materials.geneticResources'

/** Direct and original origin, which an application has to state, and why the latter cannot be told. */
function originsIn(resources: GeneticResources, language: Language): string[] {
  const origins = (['directOrigin', 'originalOrigin', 'whyUnknown'] as const).flatMap((name) => {
    const said = resources[name]
    return said === undefined ? [] : [says(labelIn(`${genetic}.${name}`, language), said, language)]
  })
  const { lawfulAccess } = resources
  const access =
    lawfulAccess === undefined ? [] : [says(labelIn(`${genetic}.lawfulAccess`, language), yesIn(lawfulAccess, language), language)]
  return [...access, ...origins]
}

/** Whether the public can have new biological material, and where it is deposited. */
function depositIn({ availableToPublic, deposit }: BiologicalMaterial, language: Language): string[] {
  const path = 'materials.biological'
  const available =
    availableToPublic === undefined
      ? []
      : [says(labelIn(`${path}.availableToPublic`, language), yesIn(availableToPublic, language), language)]
  if (deposit === undefined) return available
  const where = [deposit.institution, deposit.number, dayIn(deposit.on, language)]
  return [...available, says(labelIn(`${path}.deposit`, language), where.join(language === 'en' ? ', ' : '，'), language)]
}

/** Others' material, approvals, plans abroad, interests: each answered, with the facts that a yes needs. */
export function declarationFields({ report, interests }: ReportFacts, language: Language): Block {
  const { materials, foreign } = report
  const declared = (name: 'thirdParty' | 'materialTransfer' | 'openSource' | 'ethics') => ({
    label: labelIn(`materials.${name}`, language),
    value: answered(materials[name].used, factsOf(materials[name], `materials.${name}`, language), language),
  })
  const { geneticResources, biological } = materials
  const countries = (foreign.countries ?? []).map((code) => countryIn(code, language))
  const held = interests.map(({ person, company, kind, detail }) => {
    const said = says(valueIn(kind, language), detail ?? '', language)
    return says(nameIn(person, language), withRemark(company, said, language), language)
  })
  return {
    kind: 'fields',
    rows: [
      ...(['thirdParty', 'materialTransfer', 'openSource'] as const).map(declared),
      {
        label: labelIn(genetic, language),
        value: answered(
          geneticResources.used,
          [...factsOf(geneticResources, genetic, language), ...originsIn(geneticResources, language)],
          language,
        ),
      },
      declared('ethics'),
      { label: labelIn('materials.biological', language), value: answered(biological.isNew, depositIn(biological, language), language) },
      { label: labelIn('foreign.madeInChina', language), value: yesIn(foreign.madeInChina, language) },
      {
        label: labelIn('foreign.filing', language),
        value: answered(foreign.filing, foreign.filing ? [listed(countries, language)] : [], language),
      },
      { label: labelIn('foreign.exporting', language), value: yesIn(foreign.exporting, language) },
      {
        label: pick({ zh: '个人信息处理告知', en: 'Notice on personal data' }, language),
        value: pick(report.dataNoticeRead ? noticeRead : none, language),
      },
      { label: labelIn('interests', language), value: held.length === 0 ? pick(none, language) : joined(held, language) },
    ],
  }
}
