import type { PlainDay } from '#domain/day.ts'
import type { Block, Clause, Paper, Table } from '#templates/block.ts'

/** A paragraph as statutes and opinions fill their forms with it. */
export const opinion =
  '该成果系完成人执行本单位任务、主要利用本单位物质技术条件取得，权属清晰。经评估（详见附件2），其技术成熟度为TRL 5，' +
  '预计五年内许可收入人民币1,234,567.89元；建议由学校与完成人按“先赋权、后转化”的方式处理——具体比例见第三条。'

/** A paper of the office with nothing in it but what `given` says. */
export function paper(given: Partial<Paper> & { readonly blocks: readonly Block[] }): Paper {
  return {
    title: '职务科技成果披露表',
    language: 'zh-CN',
    issuer: '江南理工大学',
    matterNumber: '成披〔2026〕12号',
    documentNumber: 'DISC-2026-0012-01',
    issuedOn: '2026-03-02' as PlainDay,
    embedded: '{"facts":{"title":"一种催化剂"},"template":"disclosure/disclosure-form"}',
    ...given,
  }
}

const names = [
  '张三丰',
  '李䶮',
  '𠮷田一郎',
  '欧阳娜娜',
  '阿卜杜拉·买买提',
  'Łukasz Świętosławski',
  'Jean-François Müller',
  '赵钱孙',
  '周吴郑',
  '冯陈褚',
  '蒋沈韩',
  '朱秦尤',
]

/** `count` inventors in a table of equal shares. */
export function inventors(count: number): Table {
  const rows = names.slice(0, count).map((name, index) => [String(index + 1), name, '材料科学与工程学院', `1/${count}`])
  const columns = [
    { title: '序号', align: 'center' as const },
    { title: '姓名' },
    { title: '单位' },
    { title: '贡献份额', align: 'right' as const },
  ]
  return { kind: 'table', caption: '完成人名单', columns, rows, total: ['', '合计', '', '1'] }
}

export function namesOf(count: number): readonly string[] {
  return names.slice(0, count)
}

/** The shortest paper there can be: a title and one word. */
export const shortest = paper({ blocks: [{ kind: 'paragraph', text: '无。' }] })

/** An ordinary Chinese paper of two pages: form, opinions, inventors, signatures. */
export const twoPages = paper({
  subtitle: '（供专利申请前评估使用）',
  confidentiality: '内部',
  blocks: [
    {
      kind: 'fields',
      columns: 2,
      rows: [
        { label: '成果名称', value: '一种用于CO₂电催化还原的Cu–Zn双金属催化剂及其制备方法', wide: true },
        { label: '披露人', value: '李䶮' },
        { label: '所在单位', value: '材料科学与工程学院' },
        { label: '是否公开', value: '☑ 未公开　☐ 已公开' },
        { label: '专利号', value: 'ZL 2023 1 0123456.7' },
      ],
    },
    ...['一、申请事由', '二、学院意见', '三、科技处意见'].flatMap((text): Block[] => [
      { kind: 'heading', level: 1, text },
      { kind: 'paragraph', text: opinion },
      { kind: 'paragraph', text: opinion.slice(20) },
    ]),
    inventors(12),
    { kind: 'note', text: '注：本表一式两份。' },
    {
      kind: 'signature',
      parties: [
        { title: '完成人代表', name: '李䶮', dateLabel: '　　　年　　月　　日' },
        { title: '学院负责人', dateLabel: '　　　年　　月　　日' },
      ],
    },
  ],
})

function article(number: string, title: string): Clause {
  const children: Clause[] = [
    { kind: 'clause', number: '（一）', text: opinion },
    { kind: 'clause', number: '（二）', title: '付款', text: opinion, children: [{ kind: 'clause', number: '1.', text: opinion }] },
  ]
  return { kind: 'clause', number, title, text: opinion, children }
}

/** A contract of more than three pages with articles, signatures of three parties and a seal. */
export const contract = paper({
  title: '专利实施许可合同',
  blocks: [
    { kind: 'heading', level: 1, text: '合同条款' },
    ...Array.from('一二三四五六七八', (digit) => article(`第${digit}条`, `事项${digit}`)),
    { kind: 'clause', number: '第九条', text: '本合同自双方签字盖章之日起生效。' },
    {
      kind: 'signature',
      parties: ['甲方', '乙方', '丙方'].map((title) => ({ title, name: '某某有限公司', dateLabel: '　　　年　　月　　日' })),
    },
    { kind: 'seal', label: '（盖章处）', issuer: '江南理工大学', date: '2026年3月2日' },
  ],
})

/** An English reading with every kind of block. */
export const english = paper({
  language: 'en',
  title: 'Written Declaration of Open Licence',
  issuer: 'Jiangnan University of Technology',
  matterNumber: 'OL-2026-0007',
  watermark: 'SAMPLE',
  blocks: [
    { kind: 'fields', rows: [{ label: 'Title', value: 'A “bimetallic” Cu–Zn catalyst for CO₂ reduction (双金属催化剂)' }] },
    { kind: 'heading', level: 1, text: 'Terms & conditions' },
    { kind: 'paragraph', text: 'The patentee’s office—“Technology Transfer”—answers within 15 working days.' },
    {
      kind: 'list',
      ordered: false,
      items: ['A fixed fee of CNY 20,000.00 a year.', 'See https://example.org/a/very/long/path/'.repeat(3)],
    },
    { kind: 'list', ordered: true, items: ['First.', 'Second.'] },
    { kind: 'heading', level: 3, text: 'Inventors' },
    inventors(1),
    { kind: 'spacer' },
    {
      kind: 'clause',
      number: 'Article 1',
      title: 'Grant',
      text: 'Non-exclusive.',
      children: [{ kind: 'clause', number: '1.1', text: 'China.' }],
    },
    { kind: 'pageBreak' },
    { kind: 'signature', parties: [{ title: 'For the patentee', dateLabel: 'Date:' }] },
    { kind: 'seal', label: '(seal)' },
  ],
})

/** The longest data: a title of 200 characters, a value of pages, an empty value, 300 rows. */
export const longest = paper({
  title: '一种基于多模态大模型与知识图谱联合增强的高校职务科技成果赋权全流程价值评估与风险预警方法、系统、设备及介质'
    .repeat(4)
    .slice(0, 200),
  blocks: [
    {
      kind: 'fields',
      rows: [
        { label: '摘要', value: opinion.repeat(40) },
        { label: '备注', value: '' },
        { label: '编号'.repeat(40), value: '1'.repeat(400) },
      ],
    },
    {
      kind: 'table',
      columns: [{ title: '序号' }, { title: '付款单位' }, { title: '金额（元）', align: 'right' }],
      rows: Array.from({ length: 300 }, (_, index) => [String(index + 1), index % 7 === 3 ? opinion : '某某公司', `${index + 1},000.00`]),
    },
  ],
})
