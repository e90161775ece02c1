/** One thing said in both languages. */
type Both = { readonly zh: string; readonly en: string }

// Papers cite statutes by their full titles, where the name they go by is not the title already.
const statutes: { readonly [law: string]: Partial<Both> & Pick<Both, 'en'> } = {
  专利法: { zh: '中华人民共和国专利法', en: 'Patent Law' },
  专利法实施细则: { zh: '中华人民共和国专利法实施细则', en: 'Implementing Regulations of the Patent Law' },
  专利审查指南: { en: 'Patent Examination Guidelines' },
  民法典: { zh: '中华人民共和国民法典', en: 'Civil Code' },
  技术合同纠纷司法解释: {
    zh: '最高人民法院关于审理技术合同纠纷案件适用法律若干问题的解释',
    en: 'Judicial Interpretation on Technology Contracts',
  },
  促进科技成果转化法: {
    zh: '中华人民共和国促进科技成果转化法',
    en: 'Law on Promoting the Transformation of Scientific and Technological Achievements',
  },
  保守国家秘密法: { zh: '中华人民共和国保守国家秘密法', en: 'Law on Guarding State Secrets' },
  科学技术进步法: { zh: '中华人民共和国科学技术进步法', en: 'Science and Technology Progress Law' },
  个人信息保护法: { zh: '中华人民共和国个人信息保护法', en: 'Personal Information Protection Law' },
  电子签名法: { zh: '中华人民共和国电子签名法', en: 'Electronic Signature Law' },
  增值税法: { zh: '中华人民共和国增值税法', en: 'Value-Added Tax Law' },
  个人所得税法: { zh: '中华人民共和国个人所得税法', en: 'Individual Income Tax Law' },
  反不正当竞争法: { zh: '中华人民共和国反不正当竞争法', en: 'Anti-Unfair Competition Law' },
  个人所得税法实施条例: { zh: '中华人民共和国个人所得税法实施条例', en: 'Implementing Regulations of the Individual Income Tax Law' },
  技术进出口管理条例: { zh: '中华人民共和国技术进出口管理条例', en: 'Regulations on Technology Import and Export' },
  上海市促进科技成果转化条例: { en: 'Shanghai Regulations on Promoting Transformation' },
  国家知识产权局2024年开放许可通知: { en: 'Circular of the patent office on open licences, 2024' },
  专利开放许可办事指南: { en: 'Guide to Open Licences of Patents' },
  北京市促进科技成果转化条例: { en: 'Beijing Regulations on Promoting Transformation' },
  浙江省促进科技成果转化条例: { en: 'Zhejiang Regulations on Promoting Transformation' },
  山东省促进科技成果转化条例: { en: 'Shandong Regulations on Promoting Transformation' },
  公司法: { zh: '中华人民共和国公司法', en: 'Company Law' },
  拍卖法: { zh: '中华人民共和国拍卖法', en: 'Auction Law' },
  企业所得税法实施条例: { zh: '中华人民共和国企业所得税法实施条例', en: 'Implementing Regulations of the Enterprise Income Tax Law' },
  人类遗传资源管理条例: { zh: '中华人民共和国人类遗传资源管理条例', en: 'Regulations on Human Genetic Resources' },
  涉及人的生命科学和医学研究伦理审查办法: { en: 'Measures for Ethical Review of Research Involving Humans' },
  保护工业产权巴黎公约: { en: 'Paris Convention for the Protection of Industrial Property' },
  专利合作条约: { en: 'Patent Cooperation Treaty' },
  专利收费标准: { en: 'Schedule of Patent Fees' },
  专利收费减缴办法: { en: 'Measures for Reducing Patent Fees' },
  技术合同认定登记管理办法: { en: 'Measures for the Registration of Technology Contracts' },
  全国年节及纪念日放假办法: { en: 'Measures for National Holidays' },
  国务院办公厅放假通知: { en: 'Holiday Notice of the State Council' },
  离岗创业规定: { en: 'Rules on Leave to Found a Company' },
  专利申请号标准: { en: 'Standard for the Numbers of Patent Applications' },
  'ZC 0006 专利申请号标准': { en: 'Standard for the Numbers of Patent Applications ZC 0006' },
  '财政部 税务总局公告2026年第10号': { en: 'Announcement of the Ministry of Finance and the Tax Administration No. 10 of 2026' },
}

// What ministries issue is known by its number; its title stands before the number, which alone names it in other rooms.
const documents: { readonly [number: string]: Both } = {
  '国发〔2016〕16号': {
    zh: '国务院关于印发实施〈中华人民共和国促进科技成果转化法〉若干规定的通知',
    en: 'State Council Provisions on Carrying out the Transformation Law',
  },
  '国科发区〔2020〕128号': {
    zh: '赋予科研人员职务科技成果所有权或长期使用权试点实施方案',
    en: 'Pilot Plan for Granting Researchers Title to Service Results or Their Long-Term Use',
  },
  '国科发政〔2018〕103号': {
    zh: '科技部 财政部 税务总局关于科技人员取得职务科技成果转化现金奖励信息公示办法的通知',
    en: 'Notice on Making Public the Cash Awards for Transforming Service Results',
  },
  '教科技〔2020〕1号': {
    zh: '教育部 国家知识产权局 科技部关于提升高等学校专利质量促进转化运用的若干意见',
    en: 'Opinions on Raising the Quality and Use of University Patents',
  },
  '财税〔2018〕58号': {
    zh: '财政部 税务总局 科技部关于科技人员取得职务科技成果转化现金奖励有关个人所得税政策的通知',
    en: 'Notice on the Individual Income Tax on Cash Awards for Transforming Service Results',
  },
  '国知办发运字〔2022〕56号': {
    zh: '专利开放许可使用费估算指引（试行）',
    en: 'Guide to Estimating the Fees of Open Licences (for trial)',
  },
}

// Cited by what they are about or by their number: no title of theirs was seen, so none is put between title marks.
const untitled: ReadonlySet<string> = new Set([
  '国家知识产权局2024年开放许可通知',
  '国务院办公厅放假通知',
  '离岗创业规定',
  '财政部 税务总局公告2026年第10号',
])

/** `No. 16 of 2016` for `国发〔2016〕16号`. */
function numberEn(number: string): string {
  const [, year = '', own = ''] = /〔(\d+)〕(\d+)号/.exec(number) ?? []
  return own === '' ? number : `No. ${own} of ${year}`
}

/** A statute or document as English readings call it. */
export function lawEn(law: string): string {
  const document = documents[law]
  if (document !== undefined) return `${document.en} (${numberEn(law)})`
  return statutes[law]?.en ?? law
}

/** Whether a law is known by a title; a document whose title is not known is cited by its number, which takes no marks. */
function isTitled(law: string): boolean {
  return !law.includes('〔') && !untitled.has(law)
}

/** A statute by its full title, a document by title and number: `《…若干意见》（教科技〔2020〕1号）`. */
export function lawZh(law: string): string {
  const document = documents[law]
  if (document !== undefined) return `《${document.zh}》（${law}）`
  return isTitled(law) ? `《${statutes[law]?.zh ?? law}》` : law
}

/** As colleagues call it: a statute by the name it goes by, a document by its number. */
export function lawShortZh(law: string): string {
  return isTitled(law) ? `《${law}》` : law
}

// The guidelines are cited by part, chapter and section.
const guideline = /^第(.)部分第(.)章([\d.]+)$/u
const digits = '零一二三四五六七八九'

/** Part, chapter and section of the guidelines; undefined where an article is cited. */
export function sectionOf(article: string): { readonly part: string; readonly chapter: string; readonly section: string } | undefined {
  const [, part, chapter, section] = guideline.exec(article) ?? []
  return part === undefined || chapter === undefined || section === undefined ? undefined : { part, chapter, section }
}

/** Where in a law: ` Art. 6(1)`, ` Part 2 Ch. 3 6.2.2`; nothing of a passage that is known by its Chinese heading alone. */
export function placeEn(article: string): string {
  const found = sectionOf(article)
  if (found === undefined) return /^\d/.test(article) ? ` Art. ${article}` : ''
  return ` Part ${digits.indexOf(found.part)} Ch. ${digits.indexOf(found.chapter)} ${found.section}`
}

/** The English name of a statute by its Chinese title, in full or as it goes by; undefined of what is not known. */
export function lawOfTitle(title: string): string | undefined {
  return Object.entries(statutes).find(([short, { zh }]) => title === short || title === zh)?.[1].en
}
