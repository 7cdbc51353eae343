import { messages } from './define.ts'

/** 人员文案 — of recognizing people in messages and of the roster. */
export const peopleMessages = messages({
  'zh-CN': {
    'people.unknown': '没有身份证号，本项目也没有同名人员。请补填身份证号，或先导入花名册。',
    'people.ambiguous': '没有身份证号，而本项目有 {count} 名同名人员。请补填身份证号。',
    'people.name-differs':
      '此身份证号（尾号 {tail}）此前登记的是另一个姓名，本行已按身份证号归到此人。请核对姓名和身份证号。',
  },
  en: {
    'people.unknown':
      'There is no ID number, and nobody of this name is known at the worksite. Add the ID number, or import the roster first.',
    'people.ambiguous':
      'There is no ID number, and {count} people at the worksite bear this name. Add the ID number.',
    'people.name-differs':
      'This ID number (ending in {tail}) was registered under another name; the row went to that person by the number. Check name and number.',
  },
})
