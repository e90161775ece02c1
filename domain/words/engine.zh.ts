import type { ProcessWords } from '../words.ts'

/** Words that all processes share. */
export const words: Partial<ProcessWords> = {
  // What the program's own steps come to, and why a matter ended, where a process has no word of its own for it.
  outcomes: { done: '已完成', issued: '已出具', docketed: '已登记', opened: '已发起', due: '到期' },
  values: {
    lapsed: '专利权终止',
    invalidated: '专利权被宣告无效',
    'term-over': '许可期限届满',
    'nothing-to-offer': '没有可以转让的权利',
    'nobody-takes-over': '没有完成人受让',
    'co-owner-objected': '共有人不同意',
    'terms-not-agreed': '转让条件未谈成',
    'late-objection': '逾期异议成立',
    'title-not-returned': '权属未能变更回学校',
    'change-not-registered': '著录事项未能变更',
  },
  refusals: {
    'matter/closed': { says: '本办件已于{on}办结（{outcome}），不能再办理。', remedy: '如需继续办理，请另行发起新的办件。' },
    'matter/content-erased': { says: '本办件的内容已于{on}依法清除，不能再办理。', remedy: '请联系{contact}。' },
    'matter/suspended': {
      says: '本办件自{since}起中止，事由：{reason}。',
      remedy: '请等待技术转移办公室或法务恢复办理。',
      flips: '恢复办理后即可操作。',
    },
    'matter/not-suspended': { says: '本办件并未中止。', remedy: '无需恢复，可直接办理。' },
    'matter/past-withdrawal': { says: '本办件已过可以撤回的环节。', remedy: '请联系技术转移办公室，通过更正或协商终止处理。' },
    'matter/not-applicant': { says: '只有申请人本人可以撤回办件。', remedy: '请由申请人登录后撤回。' },
    'matter/not-officer': { says: '中止、恢复和更正只能由以下岗位办理：{roles}。', remedy: '请联系技术转移办公室。' },
    'matter/not-secrecy-office': {
      says: '发现涉密只能由以下岗位登记：{roles}。登记后本办件立即冻结，内容从本系统清除。',
      remedy: '请立即通过涉密渠道当面告知学校保密办公室，不要在本系统内补充任何内容。',
    },
    'matter/message-not-awaited': { says: '办件当前不接收“{message}”。目前等待的是：{awaited}。', remedy: '请在对应环节开启后再提交。' },
    'matter/message-not-yours': { says: '您不在可以提交“{message}”的岗位之列（{roles}）。', remedy: '请由相应岗位的同事提交。' },
    'matter/interested': { says: '您与本办件有利害关系，不得为学校办理此事。', remedy: '请由无利害关系的同事办理。' },
    'correction/no-such-step': { says: '环节“{step}”尚无办理结果，无从更正。', remedy: '请核对环节编号。' },
    'correction/not-correctable': {
      says: '“{step}”是密封填写的方案、评分或表决，或由程序得出的结果，他人不得改写。',
      remedy: '请更正其所依据的表单，或重新办理该环节。',
    },
    'correction/second-person': { says: '更正须由两人办理：提出更正的人不能自行批准。', remedy: '请另一位技术转移办公室或法务人员审核。' },
    'correction/unknown': { says: '没有待审核的更正“{correction}”。', remedy: '请刷新页面后核对。' },
    'task/not-open': { says: '待办“{task}”已经办结或不存在。', remedy: '请刷新待办列表。' },
    'task/not-candidate': {
      says: '此环节由以下岗位或人员办理：{roles}{people}，您不在其列。',
      remedy: '如认为应由您办理，请联系技术转移办公室改派。',
      flips: '取得上述岗位或被指定为办理人后即可办理。',
    },
    'task/interested': {
      says: '您是本办件的完成人或利害关系人，不得办理“{step}”环节，只能作出本人声明。',
      remedy: '请由无利害关系的同事办理；任何岗位、代理或委托均不能绕过回避。',
    },
    'task/deputy-for-interested': {
      says: '您代理的同事是本办件的利害关系人，其本人须回避，代理人同样不得代为办理。',
      remedy: '请由其他无利害关系的候选人办理。',
    },
    'task/four-eyes': { says: '您已办理过与“{step}”互相牵制的环节，不得再办理本环节。', remedy: '请由另一位同事办理。' },
    'task/own-statement': {
      says: '“{step}”是本人声明，只能由本人作出，不能代理、委托或转办。',
      remedy: '请由本人办理；无账号者可使用一次性链接。',
    },
    'task/personal-duty': {
      says: '“{step}”由指定的委员或评审人本人表决、评分，不能代理、委托或转办。',
      remedy: '请由本人办理；不宜办理的，由本人声明回避。',
    },
    'task/receiver-not-candidate': {
      says: '“{step}”由以下岗位或人员办理：{roles}{people}，{receiver}不在其列。',
      remedy: '请改派给上述岗位的人员；确需由{receiver}办理的，请先授予其岗位，或由现办理人委托。',
      flips: '{receiver}取得上述岗位或被指定为办理人后即可改派。',
    },
    'task/receiver-interested': {
      says: '{receiver}是该办件的完成人或利害关系人，不得办理“{step}”。',
      remedy: '请改派给无利害关系的同事；任何岗位、代理或委托均不能绕过回避。',
    },
    'task/receiver-four-eyes': {
      says: '{receiver}已办理过与“{step}”互相牵制的环节，不得再办理本环节。',
      remedy: '请改派给另一位同事。',
    },
    'task/sealed': {
      says: '“{step}”是密封环节，推演会泄露他人填写的内容，故不提供推演。',
      remedy: '请直接办理，或待本环节全部办结后查看。',
    },
    'task/held-by-other': {
      says: '此待办已由{holder}领取。',
      remedy: '请与领取人协商，或请其放回、由技术转移办公室改派。',
      flips: '领取人放回后即可领取。',
    },
    'task/not-held': { says: '此待办尚无人领取，无从放回。', remedy: '无需操作。' },
    'task/not-delegated': { says: '此待办并非委托而来，无从交还。', remedy: '如不再办理，请放回待办。' },
    'task/link-for-another': { says: '此链接不是为本事项签发的。', remedy: '请使用邮件中与本事项对应的链接，或请技术转移办公室重新发送。' },
    'task/unknown-outcome': { says: '本环节没有“{outcome}”这一办理结果，可选：{outcomes}。', remedy: '请选择列出的办理结果。' },
    'task/reason-missing': { says: '选择“{outcome}”须说明理由。', remedy: '请填写理由后再提交。' },
    'record/role-not-held': { says: '办理时您已不再担任“{role}”。', remedy: '请由现任该岗位的人员办理。' },
  },
}
