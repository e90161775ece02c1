import type { ProcessWords } from '../words.ts'

/** Words of signatures. */
export const words: Partial<ProcessWords> = {
  refusals: {
    'signing/other-text': {
      says: '所签文本（{seen}）不是现行待签文本（{standing}）',
      remedy: '请重新打开待签文件，核对后再签署',
      flips: '签署时所见文件与现行文件一致',
    },
    'signing/no-mandate': {
      says: '{person}无权以{principal}名义签署《{paper}》',
      remedy: '请由法定代表人、被授权人或团队代表签署，或先登记授权书',
      flips: '登记了涵盖该文件的授权',
    },
    'signing/mandate-not-in-force': {
      says: '{person}的授权（{source}，自{from}起）在{on}不在有效期内',
      remedy: '请办理新的授权，或由其他被授权人签署',
      flips: '授权期间涵盖签署日',
    },
  },
}
