import { plainDay } from '#domain/day.ts'
import { patentLawArticle, patentRulesArticle } from '#domain/patent-citations.ts'
import { text, type Citation } from '#domain/refusal.ts'
import type { Block, Language } from '../block.ts'
import type { PaperTemplate } from '../paper-context.ts'
import { basisNote, citationsText } from '../citation-text.ts'
import { dayIn, nameIn, pick, titleIn, type Both } from '../lines.ts'
import { ownersIn, valueIn, wordsIn } from './lines.ts'
import { gatherOwnership, type OwnershipFacts } from './ownership-facts.ts'

/** Who undertakes a project of public money obtains the rights in its results. */
const publicProject = text('科学技术进步法', '32', plainDay('2021-12-24'))

const official = { zh: '科技成果权属认定书', en: 'Finding on ownership' }

const remedy: Both = {
  zh: '对本认定有异议的，可向法务部门说明事实并提交证据；也可依法请求管理专利工作的部门调解，或者向人民法院起诉。',
  en: 'Whoever disagrees may put facts and evidence before the legal office, and may, as the law provides, ask the patent administration to mediate or bring an action in the people’s court.',
}

const recitals = {
  basis: { zh: '经查，', en: 'Grounds: ' },
  follows: { zh: '据此认定如下。', en: ' Accordingly it is found as follows.' },
  departs: {
    zh: '依规则初步判断与本认定不一致，理由如下：',
    en: 'The rules first pointed elsewhere; the finding departs from them because: ',
  },
} satisfies { readonly [name: string]: Both }

function resultOf(facts: OwnershipFacts, language: Language): Block {
  const { matter, inventors } = facts
  const say = (both: Both) => pick(both, language)
  const names = inventors.map((one) => nameIn(one, language)).join(language === 'en' ? ', ' : '、')
  return {
    kind: 'fields',
    rows: [
      { label: say({ zh: '成果名称', en: 'Result' }), value: titleIn(facts, language), wide: true },
      { label: say({ zh: '披露编号', en: 'Disclosure' }), value: matter },
      { label: say({ zh: '发明人', en: 'Inventors' }), value: names },
    ],
  }
}

// Who gave the reason may have left off its full stop.
function asSentence(text: string, language: Language): string {
  return /[。.！!？?]$/.test(text) ? text : `${text}${language === 'en' ? '.' : '。'}`
}

/** The rule that decided, or why the finding departs from it. */
function reasonOf({ follows, proposal, departure }: OwnershipFacts, language: Language): string {
  if (!follows) return `${pick(recitals.departs, language)}${asSentence(departure ?? '', language)}${pick(recitals.follows, language)}`
  return `${pick(recitals.basis, language)}${wordsIn(language).refusals[proposal.rule]?.says ?? ''}${pick(recitals.follows, language)}`
}

function findingOf({ kind, owners, institution, decidedOn, decidedBy, note }: OwnershipFacts, language: Language): Block {
  const say = (both: Both) => pick(both, language)
  return {
    kind: 'fields',
    rows: [
      { label: say({ zh: '认定类别', en: 'Kind' }), value: valueIn(kind, language) },
      { label: say({ zh: '权利人', en: 'Owners' }), value: ownersIn(owners, say(institution), language) },
      { label: say({ zh: '认定日期', en: 'Found on' }), value: dayIn(decidedOn, language) },
      ...(decidedBy === undefined ? [] : [{ label: say({ zh: '承办人', en: 'Decided by' }), value: nameIn(decidedBy, language) }]),
      ...(note === undefined ? [] : [{ label: say({ zh: '说明', en: 'Note' }), value: note, wide: true }]),
    ],
  }
}

// What was found, what follows from public money, and where the finding may be disputed.
function basisOf({ follows, proposal }: OwnershipFacts): readonly Citation[] {
  const found = follows ? proposal.citations : [patentLawArticle('6'), patentLawArticle('8')]
  const isPublic = follows && proposal.effects.includes('project-undertaker-holds')
  return [...found, ...(isPublic ? [publicProject] : []), patentRulesArticle('102(1)(i)-(ii)')]
}

/** Rights and duties that follow; those of a rule that was departed from do not. */
function effectsOf({ follows, proposal }: OwnershipFacts, language: Language): Block[] {
  if (!follows || proposal.effects.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: pick({ zh: '由此产生的权利义务', en: 'What follows' }, language) },
    { kind: 'list', items: proposal.effects.map((effect) => valueIn(effect, language)), ordered: true },
  ]
}

export const template: PaperTemplate<OwnershipFacts> = {
  name: 'disclosure/ownership-finding',
  official,
  facts: gatherOwnership,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    return {
      title: say(official),
      blocks: [
        resultOf(facts, language),
        { kind: 'paragraph', text: reasonOf(facts, language) },
        findingOf(facts, language),
        ...effectsOf(facts, language),
        { kind: 'paragraph', text: say(remedy) },
        basisNote(basisOf(facts), language),
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
    { field: 'result', rule: patentLawArticle('6'), find: (facts, language) => [titleIn(facts, language), facts.matter] },
    {
      field: 'owners',
      rule: patentLawArticle('6'),
      find: (facts, language) => [ownersIn(facts.owners, pick(facts.institution, language), language), valueIn(facts.kind, language)],
    },
    {
      field: 'basis',
      rule: patentLawArticle('6'),
      find: (facts, language) => [facts.follows ? citationsText(facts.proposal.citations, language) : (facts.departure ?? '')],
    },
    { field: 'remedy', rule: patentRulesArticle('102'), find: (_, language) => [pick(remedy, language)] },
  ],
}
