import { civilCodeArticle } from '#domain/disclosure-law.ts'
import { patentLawArticle } from '#domain/patent-citations.ts'
import type { PaperTemplate } from '../paper-context.ts'
import { basisNote } from '../citation-text.ts'
import { dayIn, nameIn, pick, titleIn, type Both } from '../lines.ts'
import { gatherOwnership, type OwnershipFacts } from './ownership-facts.ts'

const official = { zh: '非职务成果确认书', en: 'Confirmation that a result is not a service result' }

const statements = {
  nonService: {
    zh: '经审查，该成果既非执行学校任务，也非主要利用学校物质技术条件所完成，不属于职务科技成果。',
    en: 'The result was made neither on a task of the university nor mainly by its material means. It is not a service result.',
  },
  agreement: {
    zh: '经审查，学校与发明人就该成果的权利归属订有约定，依约定归发明人所有。',
    en: 'By the agreement between the university and the inventors the result belongs to the inventors.',
  },
  owns: {
    zh: '该成果申请专利的权利和成果的使用权、转让权属于发明人；申请被批准后，发明人为专利权人。',
    en: 'The right to apply for a patent, and to use and transfer the result, is the inventors’; when granted, the patent is theirs.',
  },
  suppresses: {
    zh: '学校对该成果不主张权利。任何单位或者个人不得压制发明人就该成果申请专利。',
    en: 'The university claims no right in the result. Nobody may suppress the inventors’ application.',
  },
  facts: {
    zh: '本确认以披露表所载事实为依据；事实不实的，学校保留依法重新认定的权利。',
    en: 'This rests on the facts reported; should they prove untrue, the university may find anew as the law provides.',
  },
} satisfies { readonly [name: string]: Both }

const basis = [patentLawArticle('6'), patentLawArticle('7'), civilCodeArticle('848')]

export const template: PaperTemplate<OwnershipFacts> = {
  name: 'disclosure/release-letter',
  official,
  facts: gatherOwnership,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    const names = facts.inventors.map((one) => nameIn(one, language)).join(language === 'en' ? ', ' : '、')
    const ground = facts.kind === 'non-service' ? statements.nonService : statements.agreement
    return {
      title: say(official),
      blocks: [
        { kind: 'paragraph', indent: false, text: `${names}${say({ zh: '：', en: ':' })}` },
        {
          kind: 'paragraph',
          text: say({
            zh: `你（们）披露的成果“${facts.title}”（披露编号${facts.matter}），学校已于${dayIn(facts.decidedOn, 'zh-CN')}作出权属认定，现确认如下：`,
            en: `On ${dayIn(facts.decidedOn, 'en')} the university found on the ownership of the result “${titleIn(facts, 'en')}” (disclosure ${facts.matter}). It confirms:`,
          }),
        },
        { kind: 'list', ordered: true, items: [say(ground), say(statements.owns), say(statements.suppresses), say(statements.facts)] },
        basisNote(basis, language),
        {
          kind: 'seal',
          label: say({ zh: '学校（盖章）', en: 'University (seal)' }),
          issuer: say(facts.institution),
          date: dayIn(facts.on, language),
        },
      ],
    }
  },
  requiredFields: [
    { field: 'result', rule: patentLawArticle('6(2)'), find: (facts, language) => [titleIn(facts, language), facts.matter] },
    { field: 'inventors', rule: patentLawArticle('6(2)'), find: (facts, language) => facts.inventors.map((one) => nameIn(one, language)) },
    { field: 'noSuppression', rule: patentLawArticle('7'), find: (_, language) => [pick(statements.suppresses, language)] },
  ],
}
