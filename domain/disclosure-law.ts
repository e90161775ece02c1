import { plainDay } from './day.ts'
import { text, type Citation } from './refusal.ts'

const civilCode = plainDay('2020-05-28')
const technologyContracts = plainDay('2020-12-29')
const transformation = plainDay('2015-08-29')
const stateSecrets = plainDay('2024-02-27')

/** 民法典, contract book. */
export function civilCodeArticle(article: string): Citation {
  return text('民法典', article, civilCode)
}

/** 最高人民法院关于审理技术合同纠纷案件适用法律若干问题的解释, version of 2020-12-29. */
export function technologyContractArticle(article: string): Citation {
  return text('技术合同纠纷司法解释', article, technologyContracts)
}

/** 促进科技成果转化法, version of 2015-08-29. */
export function transformationLawArticle(article: string): Citation {
  return text('促进科技成果转化法', article, transformation)
}

/** 保守国家秘密法, version of 2024-02-27. */
export function stateSecretsArticle(article: string): Citation {
  return text('保守国家秘密法', article, stateSecrets)
}

/** 个人信息保护法, version of 2021-08-20. */
export function personalDataArticle(article: string): Citation {
  return text('个人信息保护法', article, plainDay('2021-08-20'))
}

/** 北京市促进科技成果转化条例, version of 2019-11-27. */
export function beijingArticle(article: string): Citation {
  return text('北京市促进科技成果转化条例', article, plainDay('2019-11-27'))
}

/** 浙江省促进科技成果转化条例, version of 2021-09-30. */
export function zhejiangArticle(article: string): Citation {
  return text('浙江省促进科技成果转化条例', article, plainDay('2021-09-30'))
}

/** 山东省促进科技成果转化条例, version of 2017-12-01. */
export function shandongArticle(article: string): Citation {
  return text('山东省促进科技成果转化条例', article, plainDay('2017-12-01'))
}
