import type { ProcessPolicy } from '#domain/policy-slice.ts'

/** What a university sets for its public notices, where it has set nothing else; the law's least days stand above its own. */
export const defaults: ProcessPolicy = {
  due: {
    'secrecy-release': { workingDays: 3 },
    approve: { workingDays: 2 },
    revise: { workingDays: 3 },
    'approve-change': { workingDays: 2 },
  },
  remindBefore: { '*': [1] },
  numbers: {
    // Where no text fixes a length (LEADER, RELATED, AWARD outside Zhejiang) these alone count.
    daysPRICE: 15,
    daysGRANT: 15,
    /** Working days. */
    daysCASH_TAX: 15,
    daysLEADER: 15,
    daysAWARD: 15,
    daysRELATED: 15,
    /** Working days after the last, in which what came in time by letter is still entered. */
    settleWorkingDays: 1,
    /** Days after a good end on which names come down. */
    namesStayDays: 30,
  },
  texts: {
    procedure:
      '公示期内，任何单位或个人对公示内容有异议的，可通过公示页面或以书面、当面、电子邮件、电话方式向公示联系人提出，写明理由并尽可能提供证据；可以署名，也可以匿名。自收到异议起3个工作日内登记受理，15个工作日内作出书面决定，情况复杂的可延长15个工作日；处理期间不作出公示结论。对异议人的身份予以保密。',
    procedureEn:
      'While the notice stands anybody may object, on the page of the notice or to its contact by letter, in person, by mail or by telephone, with grounds and as far as possible evidence, by name or anonymously. An objection is acknowledged within 3 working days of receipt and decided in writing within 15 working days, which may be extended once by 15; until then the notice does not close. Who objects is kept confidential.',
  },
}
