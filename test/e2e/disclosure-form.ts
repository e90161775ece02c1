import type { Locator, Page } from 'playwright-core'

/** Somebody on the list of inventors, as the form asks. */
type Named = { readonly name: string; readonly role: string; readonly relation: string; readonly feature: string; readonly share: string }

/** Fills in a whole disclosure with the keyboard and the mouse; nothing borrowed, nothing published, own duties. */
export async function fillDisclosure(page: Page, title: string, inventors: readonly Named[]): Promise<void> {
  await choose(page, '涉密情况', '不涉密')
  await page.getByLabel('成果名称（中文）').fill(title)
  await page
    .getByLabel('成果摘要')
    .fill('（示例）现有育苗穴盘难以降解。本成果以秸秆为原料压制可降解育苗块，出苗率由86%提高至93%，定植后90天降解率大于80%。')
  await part(page, /^技术领域/)
    .getByRole('button', { name: '添加一条' })
    .click()
  await page.getByLabel(/^技术领域.* 第1项$/).fill('A01G24/20')
  await page.getByLabel('成果类型').selectOption({ label: '发明' })
  await page.getByLabel('拟采取的保护方式').selectOption({ index: 1 })
  await page.getByLabel('成果完成日').fill('2026-01-20')
  for (const [index, inventor] of inventors.entries()) await addInventor(page, index, inventor)
  await fillCircumstances(page)
}

async function addInventor(page: Page, index: number, { name, role, relation, feature, share }: Named): Promise<void> {
  await part(page, /^发明人/)
    .getByRole('button', { name: '添加一项' })
    .last()
    .click()
  const row = page.getByRole('region', { name: new RegExp(`^发明人.* 第${index + 1}项$`) })
  await row.getByLabel('姓名').fill(name)
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).waitFor({ state: 'attached' })
  await page.locator('.ant-select-item-option', { hasText: name }).last().click()
  await choose(row, '团队角色', role)
  await row.getByLabel('完成成果时与学校的关系').selectOption({ label: relation })
  await choose(row, '贡献性质', '创造性贡献')
  await row.getByLabel('本人贡献的技术特征').fill(feature)
  await row.getByLabel(/^贡献比例/).fill(share)
}

async function fillCircumstances(page: Page): Promise<void> {
  await choose(page, '任务来源', '本职工作')
  for (const asked of [
    '是否主要利用本单位的物质技术条件',
    '是否约定返还资金或交纳使用费',
    '是否仅用于成果完成后的验证、测试',
    '是否在学校尚未公开的成果基础上完成',
  ]) {
    await choose(page, asked, asked.includes('主要利用') ? '是' : '否')
  }
  await page.getByLabel('利用情况说明').fill('利用学院试验温室和校级科研经费，用于全部试验。')
  for (const material of [
    '使用他人的材料、数据或技术',
    '依材料转移协议取得的材料',
    '使用开源软件或代码',
    '利用遗传资源',
    '涉及伦理审查的研究',
  ]) {
    await choose(part(page, material), '是否涉及', '否')
  }
  await choose(page, '是否涉及新的生物材料', '否')
  await choose(page, '是否计划向国外申请', '否')
  await choose(page, '实质性内容是否在中国境内完成', '是')
  await choose(page, '是否计划向境外许可或转让', '否')
  await choose(page, '本人及近亲属与可能的受让、被许可企业无利益关系', '是')
  await choose(page, '全体发明人已阅读个人信息处理告知', '是')
}

/** The part of a form with this name. */
function part(page: Page, name: string | RegExp): Locator {
  return page.getByRole('group', { name })
}

async function choose(within: Page | Locator, asked: string, answer: string): Promise<void> {
  await within.getByRole('radiogroup', { name: asked, exact: false }).getByRole('radio', { name: answer, exact: true }).check()
}
