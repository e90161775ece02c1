import type { DepartmentId, InstitutionId, PersonId } from '#domain/actor.ts'
import { instantOfDayStart, plainDay } from '#domain/day.ts'
import type { Role } from '#domain/role.ts'
import type { Department } from '#store/desk/departments.ts'
import type { Institution } from '#store/desk/institutions.ts'
import type { NewPerson } from '#store/desk/people.ts'
import type { Grant } from '#store/desk/roles.ts'

/** The demonstration university: it does not exist, nor does anybody in it. */
export const demonstration: Institution = {
  id: 'demonstration' as InstitutionId,
  nameZh: '云栖示范大学（演示）',
  nameEn: 'Yunqi Demonstration University',
  province: 'Beijing',
}

/** Of every demonstration account, and of nothing else. */
export const demonstrationPassword = 'demo-password-1'

const since = plainDay('2026-01-01')

/** When the house was entered: New Year's Day of the rehearsals' first year, so that every role is held on any day played. */
export const firstDay = instantOfDayStart(since)

export const departments: readonly Department[] = [
  { id: 'computing' as DepartmentId, nameZh: '计算机学院', nameEn: 'School of Computing' },
  { id: 'materials' as DepartmentId, nameZh: '材料学院', nameEn: 'School of Materials' },
  { id: 'transfer-office' as DepartmentId, nameZh: '知识产权与技术转移办公室', nameEn: 'IP and Technology Transfer Office' },
  { id: 'administration' as DepartmentId, nameZh: '校机关', nameEn: 'Central Administration' },
]

type Member = {
  readonly id: string
  readonly name: string
  readonly latin: string
  readonly department: string
  readonly title: string
  readonly more?: Partial<NewPerson>
}

/** Invented: the area code 990000 is given to no place. */
function inventedNumbers(serial: number): Pick<NewPerson, 'idType' | 'identity' | 'account'> {
  const digits = String(serial).padStart(3, '0')
  return { idType: 'resident-id', identity: `99000019800101${digits}0`, account: `9999000000000${digits}` }
}

const members: readonly Member[] = [
  { id: 'inventor1', name: '林示例', latin: 'Lin Shili', department: 'computing', title: '教授' },
  {
    id: 'inventor2',
    name: '沈试用',
    latin: 'Shen Shiyong',
    department: 'computing',
    title: '博士研究生',
    more: {
      relation: 'student',
      supervisor: 'inventor1' as PersonId,
    },
  },
  {
    id: 'inventor3',
    name: '顾演示',
    latin: 'Gu Yanshi',
    department: 'materials',
    title: '高级工程师',
    more: {
      employer: 'elsewhere',
      employerName: '虚构精密仪器有限公司',
      relation: 'visitor',
      supervisor: 'inventor1' as PersonId,
    },
  },
  { id: 'dept_admin', name: '秦样例', latin: 'Qin Yangli', department: 'computing', title: '科研秘书' },
  { id: 'ipo_officer', name: '周模拟', latin: 'Zhou Moni', department: 'transfer-office', title: '专利管理员' },
  { id: 'tech_manager', name: '吴范本', latin: 'Wu Fanben', department: 'transfer-office', title: '技术经理人' },
  { id: 'evaluator1', name: '郑评甲', latin: 'Zheng Pingjia', department: 'materials', title: '教授' },
  { id: 'evaluator2', name: '冯评乙', latin: 'Feng Pingyi', department: 'materials', title: '副教授' },
  { id: 'legal', name: '陈法样', latin: 'Chen Fayang', department: 'administration', title: '法律顾问' },
  { id: 'finance', name: '褚财样', latin: 'Chu Caiyang', department: 'administration', title: '会计' },
  { id: 'hr', name: '卫人样', latin: 'Wei Renyang', department: 'administration', title: '人事专员' },
  { id: 'asset', name: '蒋资样', latin: 'Jiang Ziyang', department: 'administration', title: '国资专员' },
  { id: 'secrecy', name: '韩密样', latin: 'Han Miyang', department: 'administration', title: '保密专员' },
  { id: 'committee1', name: '杨委甲', latin: 'Yang Weijia', department: 'administration', title: '委员' },
  { id: 'committee2', name: '朱委乙', latin: 'Zhu Weiyi', department: 'administration', title: '委员' },
  { id: 'committee3', name: '尤委丙', latin: 'You Weibing', department: 'administration', title: '委员' },
  { id: 'discipline', name: '许纪样', latin: 'Xu Jiyang', department: 'administration', title: '纪检专员' },
  { id: 'sysadmin', name: '何管甲', latin: 'He Guanjia', department: 'administration', title: '系统管理员' },
  { id: 'sysadmin2', name: '吕管乙', latin: 'Lv Guanyi', department: 'administration', title: '系统管理员' },
]

/** Everybody with an account, and one outside co-inventor without, who acts by one-time links. */
export const people: readonly NewPerson[] = [
  ...members.map(({ id, name, latin, department, title, more }, index): NewPerson => ({
    id: id as PersonId,
    name,
    nameLatin: latin,
    department: department as DepartmentId,
    title,
    nationality: 'CN',
    employer: 'here',
    relation: 'staff',
    isNaturalPerson: true,
    language: 'zh-CN',
    mail: `${id}@example.org`,
    ...inventedNumbers(index + 1),
    ...more,
  })),
  {
    id: 'outside-inventor' as PersonId,
    name: '曹外例',
    nameLatin: 'Cao Waili',
    title: '研究员',
    nationality: 'CN',
    employer: 'elsewhere',
    employerName: '虚构海州医院',
    relation: 'outside',
    isNaturalPerson: true,
    language: 'zh-CN',
    mail: 'outside-inventor@example.org',
    ...inventedNumbers(900),
  },
]

/** The role each account is named after; inventors by birth are entered as such with the person. */
export const grants: readonly Grant[] = members
  .map(({ id, department }) => ({
    person: id as PersonId,
    role: id.replace(/\d$/, '') as Role,
    department: department as DepartmentId,
    from: since,
  }))
  .filter(({ person, role }) => role !== 'inventor' || person === 'inventor3')

export const accountsOfDemonstration: readonly { readonly username: string; readonly person: PersonId }[] = members.map(({ id }) => ({
  username: id,
  person: id as PersonId,
}))
