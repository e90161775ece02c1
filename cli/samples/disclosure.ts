import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import type { DisclosedInventor, Disclosure, Materials } from '#domain/disclosure-form.ts'
import { sharesOfWhole } from '#domain/shares.ts'

/** Nothing borrowed, nothing living, nothing that needs an approval. */
export const noMaterials: Materials = {
  thirdParty: { used: false },
  materialTransfer: { used: false },
  openSource: { used: false },
  geneticResources: { used: false },
  biological: { isNew: false },
  ethics: { used: false },
}

const features = [
  '提出以紫云英秸秆纤维与海藻胶双网络构成可降解基质骨架的整体方案',
  '设计低温蒸汽爆破与酶解联用的秸秆预处理工艺，确定温度与保压时间区间',
  '提出缓释氮肥微胶囊在基质孔隙中的原位固定方法，并确定包覆比例',
]

function inventor(person: PersonId, place: number, contributionBp: number): DisclosedInventor {
  return {
    person,
    role: place === 0 ? 'lead' : 'member',
    relation: place === 2 ? 'student' : 'staff',
    contribution: 'creative',
    feature: features[place] ?? `（示例）第${place + 1}完成人提出的技术特征：基质含水率的分级控制`,
    contributionBp,
  }
}

/**
 * A realistic report that is obviously invented (示例): a degradable seedling substrate, one applied project of public
 * money, a paper planned for 2026-09-01. The first person is the applicant; three have 50, 30 and 20 per cent.
 */
export function sampleDisclosure(people: readonly PersonId[], changes: Partial<Disclosure> = {}): Disclosure {
  const parts = people.length === 3 ? [5000, 3000, 2000] : sharesOfWhole(people.length)
  return {
    secrecyLevel: 'none',
    titleZh: '（示例）一种基于紫云英秸秆的可降解育苗基质及其制备方法',
    titleEn: '(Sample) Degradable seedling substrate from milk-vetch straw and method of making it',
    abstract:
      '（示例）现有育苗基质多以泥炭为主要原料，存在资源不可再生、运输成本高、定植后残留塑料穴盘难以降解的问题。本成果以紫云英秸秆为原料，' +
      '经低温蒸汽爆破与酶解联用预处理后，与海藻胶形成双网络骨架，并在孔隙中原位固定缓释氮肥微胶囊，压制成可连同幼苗一并定植的育苗块。' +
      '与泥炭基质相比，单块成本降低约31%，出苗率由86%提高至93%，定植后90天降解率大于80%，无需回收穴盘，适用于番茄、辣椒等茄果类蔬菜的工厂化育苗。',
    ipc: ['A01G24/20', 'C05G3/00'],
    resultType: 'invention',
    protectionWish: 'patent',
    madeOn: plainDay('2026-01-20'),
    inventors: people.map((person, place) => inventor(person, place, parts[place] ?? 0)),
    funding: [
      {
        source: 'fiscal',
        projectNumber: '示例-2024-0001',
        projectName: '（示例）农业废弃物高值利用关键技术',
        applied: true,
        completedOn: plainDay('2026-01-31'),
      },
    ],
    resources: {
      task: 'assigned-task',
      mainlyUnitMeans: true,
      facts: '使用学院蒸汽爆破装置约240机时、温室两间，试剂与耗材均由项目经费支出（示例）。',
      feeAgreed: false,
      testingOnly: false,
      builtOnUnpublished: false,
    },
    publicDisclosures: [{ kind: 'paper', standing: 'planned', on: plainDay('2026-09-01'), where: '《（示例）设施园艺学报》' }],
    materials: noMaterials,
    foreign: { filing: false, madeInChina: true, exporting: false },
    interests: { none: true },
    dataNoticeRead: true,
    ...changes,
  }
}
