import { messages } from './define.ts'

/** 人员文案 — of recognizing people in messages and of the roster. */
export const peopleMessages = messages({
  'zh-CN': {
    'people.unknown': '没有身份证号，本项目也没有同名人员。请补填身份证号，或先导入花名册。',
    'people.ambiguous': '没有身份证号，而本项目有 {count} 名同名人员。请补填身份证号。',
    'people.name-differs':
      '此身份证号（尾号 {tail}）此前登记的是另一个姓名，本行已按身份证号归到此人。请核对姓名和身份证号。',
    'people.worksite-unknown':
      '不能确定本行属于哪个项目（写的是“{asked}”）。请填写项目编码，或先导入项目登记表。',
    'people.pin-repeated':
      '这个考勤号从同一天起已给了另一个人，本行的考勤号没有登记，其余内容已导入。请核对考勤号和进场日期。',
    'people.rate-kind-missing':
      '工资标准没有写明按日、按时、按月还是计件，暂不能据考勤计算应得工资。请补填计薪方式。',
  },
  en: {
    'people.unknown':
      'There is no ID number, and nobody of this name is known at the worksite. Add the ID number, or ' +
      'import the roster first.',
    'people.ambiguous':
      'There is no ID number, and {count} people at the worksite bear this name. Add the ID number.',
    'people.name-differs':
      'This ID number (ending in {tail}) was registered under another name; the row went to that person ' +
      'by the number. Check name and number.',
    'people.worksite-unknown':
      'It is not clear which worksite the row is about (it says "{asked}"). Add the worksite code, or ' +
      'import the worksite register first.',
    'people.pin-repeated':
      'This attendance number was given to somebody else from the same day; the row was taken without the ' +
      'number. Check number and day of entry.',
    'people.rate-kind-missing':
      'The rate does not say whether it is by day, hour, month or piece, so no wage can be worked out from ' +
      'attendance. Add the kind of rate.',
  },
})
