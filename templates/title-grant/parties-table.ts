import type { Language, Table } from '../block.ts'
import { identityIn, listed, nameIn, percent, unitIn, withRemark } from '../lines.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import { memberIn, type PaperMember } from './header.ts'
import { sayIn, type Say } from './lines.ts'
import { overallParts } from './overall.ts'

/** Who signs is who is identified: a dead contributor by his heirs. */
function identitiesIn({ person, heirs, heirProof }: PaperMember, language: Language): string {
  if (heirs.length === 0) return identityIn(person, language)
  const signing = listed(
    heirs.map((heir) => `${nameIn(heir, language)} ${identityIn(heir, language)}`),
    language,
  )
  return heirProof === undefined
    ? signing
    : withRemark(signing, sayIn(language)({ zh: `继承证明：${heirProof}`, en: `proof: ${heirProof}` }), language)
}

function wholeTitle({ coOwners }: AgreementFacts, say: Say): string {
  return coOwners === undefined
    ? say({ zh: '占全部权利', en: 'Of the whole right' })
    : say({ zh: '占甲方自有份额', en: 'Of Party A’s own part' })
}

/** Party B: each member, how he is identified, his part of what the team gets and, where title is shared, of the right itself. */
export function partiesTable(facts: AgreementFacts, language: Language): Table {
  const say = sayIn(language)
  const overall = overallParts(facts)
  const isShared = overall.length > 0
  return {
    kind: 'table',
    caption: say({ zh: '乙方成员', en: 'Members of Party B' }),
    columns: [
      { title: say({ zh: '姓名', en: 'Name' }) },
      { title: say({ zh: '单位', en: 'Unit' }) },
      { title: say({ zh: '证件', en: 'Identity' }) },
      { title: say({ zh: '团队内份额', en: 'Within the team' }), align: 'right' },
      ...(isShared ? [{ title: wholeTitle(facts, say), align: 'right' as const }] : []),
    ],
    rows: facts.members.map((member, place) => [
      memberIn(member, language),
      unitIn(member.person, language),
      identitiesIn(member, language),
      percent(member.shareBp),
      ...(isShared ? [percent(overall[place]?.shareBp ?? 0)] : []),
    ]),
    total: [
      say({ zh: '合计', en: 'Total' }),
      '',
      '',
      '100.00%',
      ...(isShared ? [percent(overall.reduce((sum, { shareBp }) => sum + shareBp, 0))] : []),
    ],
  }
}
