import type { ProcessPolicy } from '#domain/policy-slice.ts'

/** What a university sets for the disclosure of results, where it has set nothing else. */
export const defaults: ProcessPolicy = {
  due: {
    'formal-check': { workingDays: 5 },
    revise: { workingDays: 20 },
    'secrecy-screen': { workingDays: 5 },
    'secrecy-ruling': { workingDays: 30 },
    'ownership-finding': { workingDays: 10 },
    'propose-shares': { workingDays: 10 },
    'confirm-share': { workingDays: 10 },
    'settle-shares': { workingDays: 15 },
  },
  remindBefore: { '*': [1], revise: [5, 1], 'propose-shares': [3, 1], 'confirm-share': [3, 1] },
  numbers: {
    /** Rounds of private proposals before the default of equal shares is put to everybody. */
    negotiationRounds: 3,
    /** How often shares are put to everybody for confirmation before the office settles them. */
    confirmationRounds: 2,
    /** The office's own clock for results that nobody transforms, and when it warns; a province's law goes before it. */
    idleMonths: 12,
    idleWarnMonths: 9,
    /** From which likeness on, in basis points, another result is shown to the checker. */
    similarLeastBp: 5000,
  },
  texts: {
    /** The province whose regulation on transformation applies, as parameters name it: `Beijing`, `Zhejiang`, `Shandong` … */
    province: '',
    /** Who owns what staff find while consulting privately: `law` or `university`. */
    privateConsulting: 'law',
    secrecyContact: '学校保密工作办公室（请以涉密渠道当面联系，勿以电话、电子邮件或本系统传递内容）',
  },
}
