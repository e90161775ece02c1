import type { Block, Field, Language } from '../block.ts'
import { citationsText } from '../citation-text.ts'
import { countryIn, dayIn, identityIn, listed, nameIn, percent, pick, unitIn, withRemark, yesIn, type Both } from '../lines.ts'
import { labelIn, ownersIn, says, valueIn, wordsIn } from './lines.ts'
import type { ReportFacts } from './report-facts.ts'

type Say = (both: Both) => string

const none: Both = { zh: '无', en: 'None' }

type Inventor = ReportFacts['inventors'][number]

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

// Whether the result belongs to what he did for an employer of the time before or beside decides whose it is.
function tieIn(tied: boolean, language: Language): string {
  return tied
    ? pick({ zh: '成果与其本职工作或任务有关', en: 'tied to his duties or task there' }, language)
    : pick({ zh: '成果与其本职工作或任务无关', en: 'not tied to his duties or task there' }, language)
}

/** How an inventor stood to the university, when he left, and to which other unit he belonged. */
export function relationIn({ relation, leftOn, tiedToFormerDuties, employer, formerEmployer }: Inventor, language: Language): string {
  const say: Say = (both) => pick(both, language)
  const former =
    formerEmployer === undefined
      ? []
      : [
          says(say({ zh: '原单位', en: 'formerly' }), formerEmployer.name, language),
          say({ zh: `${dayIn(formerEmployer.leftOn, 'zh-CN')}离开`, en: `left on ${dayIn(formerEmployer.leftOn, 'en')}` }),
          tieIn(formerEmployer.tied, language),
        ]
  const remarks = [
    ...(employer === undefined ? [] : [employer]),
    ...(leftOn === undefined ? [] : [dayIn(leftOn, language)]),
    ...(leftOn === undefined || tiedToFormerDuties === undefined ? [] : [tieIn(tiedToFormerDuties, language)]),
    ...former,
  ]
  const said = valueIn(relation, language)
  return remarks.length === 0 ? said : withRemark(said, remarks.join(language === 'en' ? ', ' : '，'), language)
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
      relationIn(one, language),
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

type Project = ReportFacts['funding'][number]

// The day an applied project of public money was completed starts a clock of its own in some provinces.
function sourceIn({ source, applied, completedOn }: Project, language: Language): string {
  const done =
    completedOn === undefined
      ? []
      : [pick({ zh: `${dayIn(completedOn, 'zh-CN')}完成`, en: `completed on ${dayIn(completedOn, 'en')}` }, language)]
  const remarks = [...(applied === true ? [pick({ zh: '应用类', en: 'applied' }, language)] : []), ...done]
  const said = valueIn(source, language)
  return remarks.length === 0 ? said : withRemark(said, remarks.join(language === 'en' ? ', ' : '，'), language)
}

function arrangementIn({ arrangement, newInvention }: Project, language: Language): string {
  if (arrangement === undefined) return '—'
  const said = valueIn(arrangement, language)
  if (newInvention === undefined) return said
  const arose = newInvention ? { zh: '产生新的发明创造', en: 'new invention' } : { zh: '未产生新的发明创造', en: 'no new invention' }
  return withRemark(said, pick(arose, language), language)
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
      sourceIn(one, language),
      [one.projectNumber, one.projectName].filter((part) => part !== undefined).join(' ') || '—',
      one.partner === undefined
        ? '—'
        : one.partnerDoes === undefined
          ? one.partner
          : withRemark(one.partner, valueIn(one.partnerDoes, language), language),
      arrangementIn(one, language),
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
      ...(resources.agreement === undefined
        ? []
        : [
            {
              label: labelIn('resources.agreement', language),
              value: withRemark(valueIn(resources.agreement.owner, language), resources.agreement.document, language),
            },
          ]),
      ...(resources.facts === undefined ? [] : [{ label: labelIn('resources.facts', language), value: resources.facts, wide: true }]),
    ],
  }
}

// The day on which somebody learned of a leak counts the months for its proof.
function standingIn({ standing, learnedOn }: ReportFacts['publications'][number], language: Language): string {
  const said = valueIn(standing, language)
  if (learnedOn === undefined) return said
  const learned = { zh: `${dayIn(learnedOn, 'zh-CN')}得知`, en: `learned on ${dayIn(learnedOn, 'en')}` }
  return withRemark(said, pick(learned, language), language)
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
            standingIn(one, language),
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
