import type { ProcessWords } from '../words.ts'

/** Words of signatures and of the mandates they rest on. */
export const words: Partial<ProcessWords> = {
  values: {
    'register/mandate': '签署授权',
    'mandate/legal-representative': '法定代表人',
    'mandate/written-authorisation': '授权委托书',
    'action/MandateRegistered': '{who}登记了签署授权',
    'action/MandateRevoked': '{who}撤销了签署授权',
  },
  refusals: {
    'signing/other-paper': {
      says: '所确认的不是待签署的文件{number}（SHA-256 不一致）。',
      remedy: '请重新打开本环节，阅读待签署的文件后再签署。',
      flips: '确认的 SHA-256 与待签署文件一致。',
    },
    'signing/mandate-missing': {
      says: '您没有以学校名义签署此类文件的授权（{paper}）。',
      remedy: '请由法定代表人或者持有授权委托书的人签署；已有授权的，请法务先行登记。',
      flips: '登记了本人有效的签署授权。',
    },
    'signing/deputy-without-mandate': {
      says: '代理同事办理，不等于取得其签署授权（{paper}）；签署授权不能转委托。',
      remedy: '请由本人持有授权的人签署，或请学校另行授权并登记。',
      flips: '登记了代理人本人的签署授权。',
    },
    'signing/mandate-not-in-force': {
      says: '签署授权{number}今天（{today}）不在有效期内：自{since}至{until}。',
      remedy: '请由授权有效的人签署，或请学校重新授权并登记。',
      flips: '登记了今天有效的签署授权。',
    },
    'signing/mandate-too-narrow': {
      says: '签署授权{number}不包括此文件（{paper}），或者金额超出授权。',
      remedy: '请由授权范围足够的人签署，或请学校另行授权并登记。',
      flips: '登记了包括此类文件和金额的签署授权。',
    },
    'register/mandate-vague': {
      says: '授权委托书{number}没有载明可以签署的文件，或者没有载明期限。',
      remedy: '授权委托书应当载明可以签署的文件和期限；请对照原件补全。',
      flips: '载明文件种类和截止日。',
    },
    'register/mandate-revoked': { says: '此签署授权已于{revokedOn}撤销。', remedy: '无需再次撤销。' },
    'mandate/own': { says: '不能登记或撤销本人的签署授权。', remedy: '请由另一位法务人员办理。' },
  },
}
