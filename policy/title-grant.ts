import type { ProcessPolicy } from '#domain/policy-slice.ts'

/** What a university sets for the grant of title or use, where it has set nothing else. */
export const defaults: ProcessPolicy = {
  due: {
    'agree-split': { workingDays: 10 },
    'revise-team': { workingDays: 20 },
    apply: { workingDays: 20 },
    'consent-withdrawal': { workingDays: 10 },
    'formal-check': { workingDays: 5 },
    'ownership-check': { workingDays: 10 },
    'secrecy-check': { workingDays: 5 },
    'convene-review': { workingDays: 5 },
    'review-vote': { workingDays: 10 },
    approve: { workingDays: 5 },
    // One internal review within ten working days of its request: three to convene and seven to vote.
    'ask-review': { workingDays: 10 },
    'convene-appeal': { workingDays: 3 },
    'appeal-vote': { workingDays: 7 },
    'settle-objection': { workingDays: 10 },
    'draft-terms': { days: 30 },
    'tax-review': { workingDays: 5 },
    'sign-member': { workingDays: 10 },
    'sign-university': { workingDays: 5 },
    'agreement-refused': { workingDays: 10 },
    'office-reply': { days: 60 },
    'change-refused': { workingDays: 10 },
    'annual-report': { days: 30 },
    'recovery-review': { workingDays: 30 },
    'extension-request': { days: 90 },
    'decide-extension': { workingDays: 30 },
    'consider-change': { workingDays: 10 },
    'consider-overturned': { workingDays: 10 },
  },
  remindBefore: {
    '*': [1],
    'agree-split': [5, 1],
    apply: [5, 1],
    'draft-terms': [10, 3],
    'file-change': [15, 7, 1],
    'annual-report': [14, 3],
    'extension-request': [60, 30, 7],
  },
  quorum: { present: [2, 3], inFavour: [2, 3], least: 3 },
  matrix: [{ upToFen: 100_000_000, chain: ['asset'] }, { chain: ['asset', 'committee'] }],
  numbers: {
    /** Months after signing at which a grant that brought nothing is looked at for recovery. */
    recoveryMonths: 36,
    /** Days before its end on which the team is asked whether it wants a use right extended. */
    extensionNoticeDays: 180,
    /** Days after signing within which the change of a right is filed with its office. */
    recordChangeDays: 30,
  },
  texts: {
    noticeBasis: '职务科技成果赋权经学校审批同意，依规定在本单位公示',
    /** The page inside the unit under which its notices stand. */
    noticeChannel: 'https://tto.example.edu.cn/notices',
    noticeContact: '技术转移办公室，电子邮箱notices@example.edu.cn',
    secrecyContact: '学校保密工作办公室（请以涉密渠道当面联系，勿以电话、电子邮件或本系统传递内容）',
  },
}
