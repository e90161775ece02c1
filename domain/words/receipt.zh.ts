import type { ProcessWords } from '../words.ts'

/** 到账. */
export const words: ProcessWords = {
  process: '到账',
  purpose: '按付款参考号和金额认领一笔到账，通知所对应的办件；认领不了的由财务查明。',
  steps: { match: '认领到账', clarify: '财务查明', told: '通知对应办件' },
  outcomes: {
    'clarify/match-again': '重新认领',
    'clarify/other-income': '其他收入',
    'clarify/returned': '退回付款人',
    done: '已完成',
    told: '已通知',
  },
  endings: { matched: '已认领', 'other-income': '其他收入', returned: '已退回', withdrawn: '申请人撤回' },
  forms: {
    'receipt/open': {
      voucher: { label: '银行凭证号', help: '同一凭证只登记一次。' },
      payer: { label: '付款人' },
      amountFen: { label: '金额' },
      currency: { label: '币种' },
      creditedOn: { label: '入账日', help: '入账日即付款日。' },
      reference: { label: '付款参考号' },
      text: { label: '附言' },
    },
    'receipt/clarify': {
      reference: { label: '应属的付款参考号' },
      acceptAmount: { label: '金额与应付不一致，仍予认领' },
      remarks: { label: '说明' },
    },
  },
  values: {
    'no-reference': '没有付款参考号',
    'reference-unknown': '参考号不存在',
    'take-up-closed': '对应办件已办结',
    'amount-differs': '金额与应付不一致',
    'foreign-currency': '外币',
    interested: '由权益相关人登记或认领，须由其他财务人员认领',
  },
  messages: {},
  refusals: {
    'receipt/credited-to-come': { says: '入账日{creditedOn}晚于今天。', remedy: '请按银行凭证填写。' },
    'receipt/reference-missing': { says: '重新认领没有填写付款参考号。', remedy: '请填写应属的付款参考号。' },
    'receipt/voucher-differs': { says: '凭证{voucher}已登记为不同内容。', remedy: '请核对凭证；登记有误的，在原办件中更正。' },
  },
  documents: {},
  deadlines: {},
}
