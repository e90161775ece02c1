import type { Declared } from '#domain/disclosure-form.ts'
import type { Block, Field, Language } from '../block.ts'
import { citationsText } from '../citation-text.ts'
import { countryIn, dayIn, identityIn, listed, nameIn, percent, pick, unitIn, withRemark, yesIn, type Both } from '../lines.ts'
import { labelIn, ownersIn, valueIn, wordsIn } from './lines.ts'
import type { ReportFacts } from './report-facts.ts'

type Say = (both: Both) => string

const none: Both = { zh: '无', en: 'None' }

/** A word and what is said of it. */
function says(word: string, said: string, language: Language): string {
  return said === '' ? word : `${word}${language === 'en' ? ': ' : '：'}${said}`
}

/** Title, kind, field, days. */
export function resultFields({ report, matter, openedOn, applicant, secrecy }: ReportFacts, language: Language): Block {
  const field = (path: string, value: string, wide = false): Field => ({ label: labelIn(path, language), value, wide })
  const say: Say = (both) => pick(both, language)
  return {
    kind: 'fields',
    columns: 2,
    rows: [
      field('titleZh', report.titleZh, true),
      ...(report.titleEn === undefined ? [] : [field('titleEn', report.titleEn, true)]),
      { label: say({ zh: '披露编号', en: 'Disclosure' }), value: matter },
      { label: say({ zh: '申报日期', en: 'Reported on' }), value: dayIn(openedOn, language) },
      { label: say({ zh: '申报人', en: 'Applicant' }), value: nameIn(applicant, language) },
      field('madeOn', dayIn(report.madeOn, language)),
      field('resultType', valueIn(report.resultType, language)),
      field('protectionWish', valueIn(report.protectionWish, language)),
      field('ipc', listed(report.ipc, language)),
      field('secrecyLevel', valueIn(secrecy, language)),
      field('abstract', report.abstract, true),
    ],
  }
}

const roles: { readonly [role in ReportFacts['inventors'][number]['role']]: Both } = {
  lead: { zh: '团队代表', en: 'Representative' },
  member: { zh: '成员', en: 'Member' },
}

/** One row an inventor: nationality, identity paper (its number masked), unit, and how he stood to the university. */
export function identityTable({ inventors }: ReportFacts, language: Language): Block {
  const say: Say = (both) => pick(both, language)
  return {
    kind: 'table',
    columns: [
      { title: say({ zh: '序号', en: 'No.' }), align: 'center' },
      { title: labelIn('inventors.*.person', language) },
      { title: say({ zh: '国籍', en: 'Nationality' }) },
      { title: say({ zh: '身份证件', en: 'Identity paper' }) },
      { title: say({ zh: '工作（学习）单位', en: 'Employer or unit' }) },
      { title: say({ zh: '与学校关系', en: 'Relation' }) },
    ],
    rows: inventors.map((one, place) => [
      String(place + 1),
      nameIn(one, language),
      one.nationality === undefined ? '—' : countryIn(one.nationality, language),
      identityIn(one, language),
      unitIn(one, language),
      one.leftOn === undefined
        ? valueIn(one.relation, language)
        : withRemark(valueIn(one.relation, language), dayIn(one.leftOn, language), language),
    ]),
  }
}

/** One row an inventor: who, what he contributed, what part. */
export function inventorTable({ inventors, shares }: ReportFacts, language: Language): Block {
  const say: Say = (both) => pick(both, language)
  const isOpen = shares === 'open'
  const part = (one: ReportFacts['inventors'][number]) => (isOpen ? one.contributionBp : (one.shareBp ?? 0))
  return {
    kind: 'table',
    columns: [
      { title: say({ zh: '序号', en: 'No.' }), align: 'center' },
      { title: labelIn('inventors.*.person', language) },
      { title: say({ zh: '团队角色', en: 'Role' }) },
      { title: labelIn('inventors.*.feature', language) },
      { title: isOpen ? say({ zh: '申报比例', en: 'Proposed' }) : say({ zh: '确认比例', en: 'Share' }), align: 'right' },
    ],
    rows: inventors.map((one, place) => [
      String(place + 1),
      nameIn(one, language),
      pick(roles[one.role], language),
      one.feature,
      percent(part(one)),
    ]),
    total: ['', say({ zh: '合计', en: 'Total' }), '', '', percent(inventors.reduce((sum, one) => sum + part(one), 0))],
  }
}

/** One row a project, or that there is none. */
export function fundingBlock({ funding }: ReportFacts, language: Language): Block {
  if (funding.length === 0) return { kind: 'paragraph', text: pick(none, language) }
  return {
    kind: 'table',
    columns: ['source', 'projectNumber', 'partner', 'arrangement', 'agreedOwner'].map((name) => ({
      title: labelIn(`funding.*.${name}`, language),
    })),
    rows: funding.map((one) => [
      valueIn(one.source, language),
      [one.projectNumber, one.projectName].filter((part) => part !== undefined).join(' ') || '—',
      one.partner ?? '—',
      one.arrangement === undefined ? '—' : valueIn(one.arrangement, language),
      one.agreedOwner === undefined
        ? '—'
        : one.ownershipClause === undefined
          ? valueIn(one.agreedOwner, language)
          : says(valueIn(one.agreedOwner, language), one.ownershipClause, language),
    ]),
  }
}

/** Whose task, by which means. */
export function resourceFields({ resources }: ReportFacts, language: Language): Block {
  const yes = (path: 'mainlyUnitMeans' | 'feeAgreed' | 'testingOnly' | 'builtOnUnpublished'): Field => ({
    label: labelIn(`resources.${path}`, language),
    value: yesIn(resources[path], language),
  })
  return {
    kind: 'fields',
    rows: [
      { label: labelIn('resources.task', language), value: valueIn(resources.task, language) },
      yes('mainlyUnitMeans'),
      yes('builtOnUnpublished'),
      yes('feeAgreed'),
      yes('testingOnly'),
      ...(resources.facts === undefined ? [] : [{ label: labelIn('resources.facts', language), value: resources.facts, wide: true }]),
    ],
  }
}

/** Publications, and what they leave of novelty: the last safe filing day, or that it is lost. */
export function publicationBlocks({ publications, novelty, duties }: ReportFacts, language: Language): Block[] {
  const say: Say = (both) => pick(both, language)
  const list: Block =
    publications.length === 0
      ? { kind: 'paragraph', text: pick(none, language) }
      : {
          kind: 'table',
          columns: ['kind', 'standing', 'on', 'where', 'organiser'].map((name) => ({
            title: labelIn(`publicDisclosures.*.${name}`, language),
          })),
          rows: publications.map((one) => [
            valueIn(one.kind, language),
            valueIn(one.standing, language),
            dayIn(one.on, language),
            one.where,
            one.organiser ?? '—',
          ]),
        }
  const standing = wordsIn(language).outcomes[`novelty-clock/${novelty.is}`] ?? novelty.is
  const until =
    novelty.is === 'running' ? say({ zh: '，最后安全申请日：', en: '; last safe filing day: ' }) + dayIn(novelty.fileBy, language) : ''
  return [
    list,
    { kind: 'paragraph', text: `${say({ zh: '新颖性：', en: 'Novelty: ' })}${standing}${until}` },
    ...(duties.length === 0
      ? []
      : [
          {
            kind: 'list',
            ordered: true,
            items: duties.map((duty) => withRemark(valueIn(duty.code, language), citationsText(duty.citations, language), language)),
          } as const,
        ]),
  ]
}

const noticeRead: Both = { zh: '全体发明人已阅读', en: 'Read by all inventors' }

/** Others' material, approvals, plans abroad, interests. */
export function declarationFields({ report, interests }: ReportFacts, language: Language): Block {
  const say: Say = (both) => pick(both, language)
  const { materials, foreign } = report
  const declared = (name: 'thirdParty' | 'materialTransfer' | 'openSource' | 'geneticResources' | 'ethics'): Field => {
    const one: Declared = materials[name]
    return {
      label: labelIn(`materials.${name}`, language),
      value: one.facts === undefined ? yesIn(one.used, language) : says(yesIn(one.used, language), one.facts, language),
    }
  }
  const countries = (foreign.countries ?? []).map((code) => countryIn(code, language))
  const abroad = foreign.filing ? says(yesIn(true, language), listed(countries, language), language) : yesIn(false, language)
  const held = interests.map((one) =>
    says(nameIn(one.person, language), withRemark(one.company, valueIn(one.kind, language), language), language),
  )
  return {
    kind: 'fields',
    rows: [
      ...(['thirdParty', 'materialTransfer', 'openSource', 'geneticResources', 'ethics'] as const).map(declared),
      { label: labelIn('materials.biological', language), value: yesIn(materials.biological.isNew, language) },
      { label: labelIn('foreign.filing', language), value: abroad },
      { label: labelIn('foreign.exporting', language), value: yesIn(foreign.exporting, language) },
      { label: say({ zh: '个人信息处理告知', en: 'Notice on personal data' }), value: say(report.dataNoticeRead ? noticeRead : none) },
      {
        label: labelIn('interests', language),
        value: held.length === 0 ? pick(none, language) : held.join(language === 'en' ? '; ' : '；'),
      },
    ],
  }
}

/** What the office found: ownership and shares. */
export function findingFields({ ownership, shares, institution }: ReportFacts, language: Language): Block {
  const say: Say = (both) => pick(both, language)
  return {
    kind: 'fields',
    rows: [
      ...(ownership === undefined
        ? []
        : [
            { label: say({ zh: '权属认定', en: 'Ownership' }), value: valueIn(ownership.kind, language) },
            { label: say({ zh: '权利人', en: 'Owners' }), value: ownersIn(ownership.owners, pick(institution, language), language) },
          ]),
      ...(shares === 'open' ? [] : [{ label: say({ zh: '收益比例', en: 'Shares' }), value: valueIn(shares, language) }]),
    ],
  }
}
