import type { ProcessPolicy } from '#domain/policy-slice.ts'

/** What a university sets for open licences, where it has set nothing else. */
export const defaults: ProcessPolicy = {
  due: {
    cure: { workingDays: 20 },
    advise: { workingDays: 5 },
    consents: { workingDays: 15 },
    price: { workingDays: 10 },
    approve: { workingDays: 5 },
    file: { workingDays: 20 },
    'office-reply': { months: 3 },
    correct: { workingDays: 10 },
    'yearly-check': { workingDays: 10 },
    'approve-withdrawal': { workingDays: 5 },
    'sign-withdrawal': { workingDays: 5 },
    'file-withdrawal': { workingDays: 10 },
    'withdrawal-reply': { months: 3 },
  },
  remindBefore: { '*': [1], consents: [5, 1], file: [5, 1], correct: [5, 2, 1] },
  matrix: [{ upToFen: 50_000_000, chain: ['asset'] }, { chain: ['asset', 'committee'] }],
  numbers: {
    /**
     * 1: the proposed fee is posted in the unit before filing (促进科技成果转化法 18 by caution); 0: it is not. The law speaks of
     * negotiated prices, and is silent on one that is public and the same for all.
     */
    priceNotice: 1,
    /** 1: relief from annuities only while a licence taken of the offer is recorded; 0: while the offer stands. */
    reliefNeedsRecordedLicence: 1,
  },
  texts: {
    noticeChannel: 'https://notices.example.edu.cn/prices',
    noticeContact: '知识产权与技术转移办公室，电子邮箱notices@example.edu.cn',
  },
}
