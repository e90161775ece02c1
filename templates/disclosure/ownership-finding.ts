import { patentLawArticle, patentRulesArticle } from '#domain/patent-citations.ts'
import type { Block } from '../block.ts'
import type { PaperTemplate } from '../paper-context.ts'
import { citationsText } from './citation-text.ts'
import { dayIn, nameIn, ownersIn, pick, valueIn, wordsIn, type Both } from './lines.ts'
import { gatherOwnership, type OwnershipFacts } from './ownership-facts.ts'

const official = { zh: '科技成果权属认定书', en: 'Finding on ownership' }

const remedy: Both = {
  zh: '对本认定有异议的，可向法务部门说明事实并提交证据；也可依法请求管理专利工作的部门调解，或者向人民法院起诉。',
  en: 'Who disagrees may put facts and evidence before the legal office, ask the local patent administration to mediate, or sue.',
}

const recitals = {
  basis: { zh: '经查，', en: 'It was found: ' },
  follows: { zh: '据此认定如下。', en: ' Accordingly it is found as follows.' },
  departs: {
    zh: '依规则初步判断与本认定不一致，理由如下：',
    en: 'The rules first pointed elsewhere; the finding departs from them because: ',
  },
} satisfies { readonly [name: string]: Both }

export const template: PaperTemplate<OwnershipFacts> = {
  name: 'disclosure/ownership-finding',
  official,
  facts: gatherOwnership,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    const { proposal, decidedBy } = facts
    const rule = wordsIn(language).refusals[proposal.rule]
    const reasoned: Block[] = facts.follows
      ? [{ kind: 'paragraph', text: `${say(recitals.basis)}${rule?.says ?? ''}${say(recitals.follows)}` }]
      : [{ kind: 'paragraph', text: `${say(recitals.departs)}${facts.departure ?? ''}` }]
    const effects = facts.follows ? proposal.effects.map((effect) => valueIn(effect, language)) : []
    return {
      title: say(official),
      blocks: [
        {
          kind: 'fields',
          rows: [
            { label: say({ zh: '成果名称', en: 'Result' }), value: facts.title, wide: true },
            { label: say({ zh: '披露编号', en: 'Disclosure' }), value: facts.matter },
            {
              label: say({ zh: '发明人', en: 'Inventors' }),
              value: facts.inventors.map((one) => nameIn(one, language)).join(language === 'en' ? ', ' : '、'),
            },
          ],
        },
        ...reasoned,
        {
          kind: 'fields',
          rows: [
            { label: say({ zh: '认定类别', en: 'Kind' }), value: valueIn(facts.kind, language) },
            { label: say({ zh: '权利人', en: 'Owners' }), value: ownersIn(facts.owners, say(facts.institution), language) },
            { label: say({ zh: '认定日期', en: 'Found on' }), value: dayIn(facts.decidedOn, language) },
            ...(decidedBy === undefined ? [] : [{ label: say({ zh: '承办人', en: 'Decided by' }), value: nameIn(decidedBy, language) }]),
            ...(facts.note === undefined ? [] : [{ label: say({ zh: '说明', en: 'Note' }), value: facts.note, wide: true }]),
          ],
        },
        ...(effects.length === 0
          ? []
          : [
              { kind: 'heading', level: 2, text: say({ zh: '由此产生的权利义务', en: 'What follows' }) } as const,
              { kind: 'list', items: effects, ordered: true } as const,
            ]),
        { kind: 'paragraph', text: say(remedy) },
        {
          kind: 'note',
          text: `${say({ zh: '依据：', en: 'Basis: ' })}${citationsText(facts.follows ? proposal.citations : [patentLawArticle('6'), patentLawArticle('8')], language)}`,
        },
        {
          kind: 'seal',
          label: say({ zh: '法务部门（盖章）', en: 'Legal office (seal)' }),
          issuer: say(facts.institution),
          date: dayIn(facts.on, language),
        },
      ],
    }
  },
  requiredFields: [
    { field: 'result', rule: patentLawArticle('6'), find: (facts) => [facts.title, facts.matter] },
    {
      field: 'owners',
      rule: patentLawArticle('6'),
      find: (facts, language) => [ownersIn(facts.owners, pick(facts.institution, language), language), valueIn(facts.kind, language)],
    },
    {
      field: 'basis',
      rule: patentLawArticle('6'),
      find: (facts, language) =>
        facts.follows ? facts.proposal.citations.map((one) => citationsText([one], language)) : [facts.departure ?? ''],
    },
    { field: 'remedy', rule: patentRulesArticle('102'), find: (_, language) => [pick(remedy, language)] },
  ],
}
