import type { PlainDay } from '#domain/day.ts'
import { electronicSignature, inheritanceOnPaper, pilotNotice } from '#domain/title-grant-law.ts'
import { byDesign } from '#domain/refusal.ts'
import { steps } from '#domain/title-grant.ts'
import { listResults } from '#domain/state.ts'
import type { Block, Language } from '../block.ts'
import { dayIn, nameIn, percent, titleIn, type Both } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { dateLine, gatherHeader, headerFields, membersTable, type Header } from './header.ts'
import { officialOf, sayIn, type Say } from './lines.ts'
import { signerTitle, type PaperSigner } from './signers.ts'

type SplitFacts = Header & { readonly signed: readonly (PaperSigner & { readonly on: PlainDay })[] }

const name = 'title-grant/split-agreement'
const official = officialOf(name)

const mandate: Both = {
  zh: '各完成人授权团队代表代为提出赋权申请、与学校协商、接收文书。签署赋权协议、处分所获权利，须由各完成人本人（已去世的由继承人）签署或依协议约定的决策机制办理。',
  en: 'Each contributor authorises the representative to apply, to negotiate with the university and to receive papers. The grant agreement itself is signed by each in person (heirs for the dead), and what is granted is disposed of as that agreement says.',
}

const scope: Both = {
  zh: '团队因赋权取得的份额和收益，依上表份额在完成人之间分配；按最大余数法计算至分，各项之和与总额一致。',
  en: 'What the team gets by the grant is divided by the shares above, to the fen by largest remainder, so that the parts sum to the whole.',
}

const leavers: Both = {
  zh: '完成人离校、毕业、退休的，份额不变；去世的，由继承人凭继承证明纸质原件取得，完成人仍予署名。',
  en: 'Who leaves, graduates or retires keeps his share; a dead contributor’s goes to his heirs on paper proof, and he stays named.',
}

const signature: Both = {
  zh: '各方同意以电子签名方式签署本协议；继承证明以纸质原件为准。',
  en: 'The parties agree to sign electronically; proofs of inheritance count as paper originals only.',
}

function gather(context: PaperContext): SplitFacts {
  const header = gatherHeader(context)
  const statements = listResults(context.state, steps.agreeSplit.name)
  const signed = header.signers.flatMap((signer) => {
    const own = statements.findLast(({ outcome, by }) => outcome === 'signed' && by.is === 'person' && by.person === signer.id)
    return own === undefined ? [] : [{ ...signer, on: own.on }]
  })
  return { ...header, signed }
}

function heirLines({ members }: SplitFacts, language: Language, say: Say): Block[] {
  return members
    .filter(({ heirs }) => heirs.length > 0)
    .map(({ person, heirs, heirProof }) => {
      const names = heirs.map((heir) => nameIn(heir, language)).join(language === 'en' ? ', ' : '、')
      return {
        kind: 'paragraph',
        text: say({
          zh: `完成人${nameIn(person, language)}已去世，由继承人${names}签署（继承证明：${heirProof ?? '—'}）。`,
          en: `${nameIn(person, language)} has died; the heirs ${names} sign (proof: ${heirProof ?? '—'}).`,
        }),
      }
    })
}

function signatures({ signed }: SplitFacts, language: Language, say: Say): Block {
  return {
    kind: 'signature',
    parties: signed.map(({ on, ...signer }) => ({
      title: signerTitle(signer, { zh: '完成人', en: 'Contributor' }, language),
      name: nameIn(signer.person, language),
      signLabel: say({ zh: `（已于${dayIn(on, 'zh-CN')}在系统中签署）`, en: `(signed in the system on ${dayIn(on, 'en')})` }),
      dateLabel: say(dateLine),
    })),
  }
}

export const template: PaperTemplate<SplitFacts> = {
  name,
  official,
  facts: gather,
  render(facts, language) {
    const say = sayIn(language)
    const articles = [scope, mandate, leavers, signature]
    return {
      title: say(official),
      blocks: [
        headerFields(facts, language),
        membersTable(facts, language),
        ...heirLines(facts, language, say),
        { kind: 'list', ordered: true, items: articles.map(say) },
        signatures(facts, language, say),
      ],
    }
  },
  requiredFields: [
    { field: 'result', rule: pilotNotice, find: (facts, language) => [titleIn(facts, language)] },
    {
      field: 'shares',
      rule: pilotNotice,
      find: (facts, language) => facts.members.flatMap(({ person, shareBp }) => [nameIn(person, language), percent(shareBp)]),
    },
    {
      field: 'mandate',
      rule: byDesign,
      find: (facts, language) => [sayIn(language)(mandate), nameIn(facts.representative, language)],
    },
    {
      field: 'signatures',
      rule: electronicSignature,
      find: (facts, language) => facts.signed.flatMap(({ person, on }) => [nameIn(person, language), dayIn(on, language)]),
    },
    { field: 'heirs', rule: inheritanceOnPaper, find: (facts) => facts.members.flatMap(({ heirProof }) => heirProof ?? []) },
  ],
}
