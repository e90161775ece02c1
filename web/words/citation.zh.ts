/** How sure a citation is. */
export const citationZh = {
  sure: {
    text: { label: '已核原文', means: '条文原文已查阅。' },
    verified: { label: '已查证', means: '检索到的资料载明此规定。' },
    recalled: { label: '待核', means: '凭记忆引用，未核原文，请咨询法务。' },
    'recalled-check': { label: '存疑', means: '凭记忆引用，条号也不确定，请咨询法务。' },
    article: { label: '报道', means: '来自新闻报道。' },
    design: { label: '软件约定', means: '没有法律依据，是本系统的建议，校内制度可以更改。' },
  },
}
