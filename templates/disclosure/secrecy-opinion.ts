import type { PlainDay } from '#domain/day.ts'
import type { SecrecyRuling, SecrecyScreen } from '#domain/disclosure-desk-forms.ts'
import { stateSecretsArticle, transformationLawArticle } from '#domain/disclosure-law.ts'
import { findSecrecyLevel } from '#domain/disclosure-state.ts'
import { patentLawArticle } from '#domain/patent-citations.ts'
import type { Citation } from '#domain/refusal.ts'
import { findResult, type Result } from '#domain/state.ts'
import type { Block, Language } from '../block.ts'
import type { PaperTemplate } from '../paper-context.ts'
import { basisNote } from '../citation-text.ts'
import { dayIn, nameIn, personOf, pick, titleIn, withRemark, type Both, type NamedPerson, type ResultTitle } from '../lines.ts'
import { titlesOf, valueIn } from './lines.ts'

/** The secrecy office's opinion on a result that is no state secret. */
type SecrecyOpinionFacts = ResultTitle & {
  readonly matter: string
  readonly level: 'none' | 'trade-secret'
  readonly mayPublish: boolean
  readonly measures: readonly string[]
  readonly screenedBy?: NamedPerson
  readonly screenedOn: PlainDay
  readonly ruling?: { readonly authority: 'national' | 'provincial'; readonly ruledOn: PlainDay }
  readonly institution: Both
  readonly on: PlainDay
}

const official = { zh: '科技成果保密审查意见', en: 'Opinion on secrecy' }

// What is not secret may still be lost to a patent by being published first.
function basisOf({ mayPublish }: SecrecyOpinionFacts): readonly Citation[] {
  return [stateSecretsArticle('35'), transformationLawArticle('42(1)'), ...(mayPublish ? [patentLawArticle('22(5)')] : [])]
}

const texts = {
  none: {
    zh: '经审查，该成果不涉及国家秘密，未发现需要作为商业秘密保护的内容。',
    en: 'The result is no state secret, and nothing in it was found that needs to be kept as a trade secret.',
  },
  'trade-secret': {
    zh: '经审查，该成果不涉及国家秘密，应当作为商业秘密保护，知悉人员须遵守下列措施。',
    en: 'The result is no state secret. It is to be kept as a trade secret; whoever knows it observes the measures below.',
  },
  published: {
    zh: '本意见仅针对所披露的内容。内容变化或者公开其他内容的，须另行审查。',
    en: 'This opinion covers what was disclosed. Other or changed content is screened again before it is published.',
  },
  filedFirst: {
    zh: '可以公开仅指不涉及秘密。拟申请专利的，应当先提出申请、后公开：申请日以前为公众所知的技术属于现有技术。',
    en: 'That it may be published means only that it is no secret. Where a patent is wanted, file first and publish afterwards: what is known to the public before the filing date is prior art.',
  },
} satisfies { readonly [name: string]: Both }

const publication = {
  allowed: { zh: '可以公开', en: 'May be published' },
  barred: { zh: '不得公开', en: 'May not be published' },
} satisfies { readonly [name: string]: Both }

function personWhoActed(context: Parameters<typeof template.facts>[0], result: Result): NamedPerson | undefined {
  return result.by.is === 'person' ? personOf(context.people, result.by.person) : undefined
}

function screeningFields(facts: SecrecyOpinionFacts, language: Language): Block {
  const say = (both: Both) => pick(both, language)
  const { level, ruling, screenedBy } = facts
  return {
    kind: 'fields',
    rows: [
      { label: say({ zh: '成果名称', en: 'Result' }), value: titleIn(facts, language), wide: true },
      { label: say({ zh: '披露编号', en: 'Disclosure' }), value: facts.matter },
      { label: say({ zh: '审查结论', en: 'Finding' }), value: valueIn(level, language) },
      {
        label: say({ zh: '拟公开内容', en: 'Planned publication' }),
        value: say(facts.mayPublish ? publication.allowed : publication.barred),
      },
      { label: say({ zh: '审查日期', en: 'Screened on' }), value: dayIn(facts.screenedOn, language) },
      ...(screenedBy === undefined ? [] : [{ label: say({ zh: '审查人', en: 'Screened by' }), value: nameIn(screenedBy, language) }]),
      ...(ruling === undefined
        ? []
        : [
            {
              label: say({ zh: '不明确事项的确定', en: 'Ruling in doubt' }),
              value: withRemark(valueIn(ruling.authority, language), dayIn(ruling.ruledOn, language), language),
              wide: true,
            },
          ]),
    ],
    columns: 1,
  }
}

export const template: PaperTemplate<SecrecyOpinionFacts> = {
  name: 'disclosure/secrecy-opinion',
  official,
  facts(context) {
    const { state, institution, on } = context
    const screened = findResult(state, 'secrecy-screen')
    if (screened === undefined) throw new Error(`Matter ${state.head.id} was not screened`)
    const ruled = findResult(state, 'secrecy-ruling')
    const opinion = (ruled ?? screened).data as unknown as SecrecyScreen
    const ruling = ruled?.data as unknown as SecrecyRuling | undefined
    const by = personWhoActed(context, screened)
    return {
      matter: state.head.number,
      ...titlesOf(state),
      level: findSecrecyLevel(state),
      mayPublish: opinion.mayPublish,
      measures: opinion.measures ?? [],
      screenedOn: screened.on,
      institution: { zh: institution.nameZh, en: institution.nameEn },
      on,
      ...(by === undefined ? {} : { screenedBy: by }),
      ...(ruling === undefined ? {} : { ruling: { authority: ruling.authority, ruledOn: ruling.ruledOn } }),
    }
  },
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    const { level } = facts
    return {
      title: say(official),
      blocks: [
        screeningFields(facts, language),
        { kind: 'paragraph', text: say(texts[level]) },
        ...(facts.measures.length === 0 ? [] : [{ kind: 'list', items: facts.measures, ordered: true } as const]),
        { kind: 'paragraph', text: say(texts.published) },
        ...(facts.mayPublish ? [{ kind: 'paragraph', text: say(texts.filedFirst) } as const] : []),
        basisNote(basisOf(facts), language),
        {
          kind: 'seal',
          label: say({ zh: '保密工作机构（盖章）', en: 'Secrecy office (seal)' }),
          issuer: say(facts.institution),
          date: dayIn(facts.on, language),
        },
      ],
    }
  },
  requiredFields: [
    { field: 'title', rule: stateSecretsArticle('35'), find: (facts, language) => [titleIn(facts, language), facts.matter] },
    {
      field: 'level',
      rule: stateSecretsArticle('35'),
      find: (facts, language) => [
        valueIn(facts.level, language),
        pick(facts.mayPublish ? publication.allowed : publication.barred, language),
      ],
    },
    { field: 'measures', rule: transformationLawArticle('42(1)'), find: (facts) => facts.measures },
    {
      field: 'filedFirst',
      rule: patentLawArticle('22(5)'),
      find: ({ mayPublish }, language) => (mayPublish ? [pick(texts.filedFirst, language)] : []),
    },
  ],
}
