import type { PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import { stateSecretsArticle } from '#domain/disclosure-law.ts'
import { listApplicants } from '#domain/disclosure-state.ts'
import type { PaperTemplate } from '../paper-context.ts'
import { basisNote } from '../citation-text.ts'
import { dayIn, nameIn, personOf, pick, type Both, type NamedPerson } from '../lines.ts'

/** A neutral number, a person and a day: nothing of the content may stand here. */
type HandoverFacts = {
  readonly matter: string
  readonly applicant: NamedPerson
  readonly openedOn: PlainDay
  readonly institution: Both
  readonly on: PlainDay
}

const official = { zh: '涉密成果移交告知书', en: 'Notice of hand-over of a classified result' }

const statements: readonly Both[] = [
  {
    zh: '本系统为非涉密信息系统，不得存储、处理国家秘密。本系统仅保留上述中性编号，未接收、也未留存成果的任何内容。',
    en: 'This system is not classified and may not store or process state secrets. It keeps the neutral number above only; nothing of the content was taken or kept.',
  },
  {
    zh: '请持本告知书到学校保密工作机构当面办理披露，由其通过涉密渠道登记、审查。请勿以电话、电子邮件或互联网方式传递成果内容。',
    en: 'Take this notice to the secrecy office in person; it registers and screens the result by the classified channel. Send nothing of the content by telephone, e-mail or internet.',
  },
  {
    zh: '如曾在本系统或其他非涉密设备上处理过相关内容，请立即停止，采取补救措施并向保密工作机构报告。',
    en: 'Should any of it have been processed here or on another unclassified device, stop at once, take remedial measures and report to the secrecy office.',
  },
]

const basis = [stateSecretsArticle('31(iii)'), stateSecretsArticle('47')]

export const template: PaperTemplate<HandoverFacts> = {
  name: 'disclosure/secret-handover',
  official,
  facts({ state, people, institution, on }) {
    const [applicant = '' as PersonId] = listApplicants(state)
    return {
      matter: state.head.number,
      applicant: personOf(people, applicant),
      openedOn: state.head.openedOn,
      institution: { zh: institution.nameZh, en: institution.nameEn },
      on,
    }
  },
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    return {
      title: say(official),
      blocks: [
        {
          kind: 'fields',
          rows: [
            { label: say({ zh: '编号', en: 'Number' }), value: facts.matter },
            { label: say({ zh: '申报人', en: 'Applicant' }), value: nameIn(facts.applicant, language) },
            { label: say({ zh: '申报日期', en: 'Reported on' }), value: dayIn(facts.openedOn, language) },
          ],
        },
        { kind: 'list', ordered: true, items: statements.map(say) },
        basisNote(basis, language),
        {
          kind: 'seal',
          label: say({ zh: '知识产权与技术转移办公室（盖章）', en: 'IP and technology transfer office (seal)' }),
          issuer: say(facts.institution),
          date: dayIn(facts.on, language),
        },
      ],
    }
  },
  requiredFields: [
    { field: 'number', rule: stateSecretsArticle('31(iii)'), find: (facts, language) => [facts.matter, nameIn(facts.applicant, language)] },
    { field: 'channel', rule: stateSecretsArticle('31(iii)'), find: (_, language) => statements.map((one) => pick(one, language)) },
  ],
}
