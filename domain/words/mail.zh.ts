import type { MailWords } from '../mail-words.ts'

/** Mails in Chinese. */
export const mailWords: MailWords = {
  greeting: '{name}，您好：',
  footing: '本邮件由系统自动发出，请勿回复。未公开成果的名称不在邮件中出现，请登录后查看。',
  masked: '{number}',
  titled: '{number}《{title}》',
  digest: {
    subject: '【让渡】{day}办件摘要：{tasks}项待办，{overdue}项已逾期',
    intro: '以下是截至{day}早上与您有关的办件情况。',
    parts: {
      overdue: '已逾期',
      'due-soon': '即将到期',
      assigned: '委托或改派给您的待办',
      new: '新的待办',
      deadlines: '期限提醒',
      closed: '已办结的办件',
    },
    line: '  · {matter}  {name}{due}',
    due: '（{on}到期，还有{days}天）',
    dueToday: '（今日到期）',
    overdue: '（应于{on}办结，已逾期{days}天）',
    more: '  · 另有{count}项，请登录查看。',
    desk: '登录办理：{url}',
  },
  invitation: {
    subject: '【让渡】邀请您开通账号',
    text: '{institution}邀请您开通“让渡”账号，用于办理与您有关的成果转化事项。\n\n请在{until}之前打开以下链接，设置密码：\n{url}\n\n如非本人预期，请忽略本邮件。',
  },
  link: {
    subject: '【让渡】{number}：请您办理“{step}”',
    text: '{institution}的办件{number}有一项事务需要您本人办理：{step}。\n\n请在{until}之前打开以下一次性链接办理，无需账号；打开链接本身不会产生任何效力：\n{url}\n\n请勿转发本邮件。',
  },
  decision: {
    subject: '【让渡】{number}：异议处理决定书',
    text: '您于{receivedOn}对公示{notice}提出的异议（编号{number}），{institution}已于{on}作出处理决定，决定书（{paper}）见附件。\n\n附件的SHA-256校验值：{sha256}\n\n对决定有意见的，请按决定书所载途径反映，不要回复本邮件。您的身份予以保密。',
    nameless: '异议人',
  },
  linkCode: {
    subject: '【让渡】一次性验证码',
    text: '您的验证码是：{code}\n\n请于{until}前在打开的页面中输入。工作人员不会向您索要验证码。',
  },
}
