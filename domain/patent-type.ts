/** 发明, 实用新型, 外观设计. */
export type PatentType = 'invention' | 'utility-model' | 'design'
