import { messages } from './define.ts'

/** 考勤文案 — of gate logs and attendance sheets. */
export const attendanceMessages = messages({
  'zh-CN': {
    'gate-log.not-a-punch':
      '这一行不是打卡记录。每行应为：工号、制表符、年-月-日 时:分:秒、制表符、状态。请用考勤机重新导出。',
    'gate-log.empty': '文件 {name} 里没有一行打卡记录。请确认导出的是考勤机的 attlog 文件。',
    'gate-log.device-elsewhere':
      '考勤设备 {device} 登记在项目 {code}，不是所选的项目。请改选项目，或先更正设备登记。',
    'gate-log.pin-waits':
      '考勤号 {pin} 还没有对应的人，{punches} 次打卡先行等待；导入写有该考勤号的花名册后自动归入。',
    'attendance.number-unknown':
      '考勤号 {number} 在花名册里没有对应的人。请先导入写有该考勤号的花名册，或在表中补充姓名、身份证号。',
    'ask.device':
      '不知道文件 {name} 来自哪台考勤设备。请把文件命名为“<设备序列号>_attlog.dat”，或补充设备序列号。',
  },
  en: {
    'gate-log.not-a-punch':
      'This line is no punch. A line has: user number, tab, yyyy-mm-dd hh:mm:ss, tab, status. Please export the log again.',
    'gate-log.empty': 'No line of {name} is a punch. Check that it is the attlog file of a gate.',
    'gate-log.device-elsewhere':
      'The gate {device} is registered at project {code}, not at the chosen one. Choose that project or correct the register.',
    'gate-log.pin-waits':
      'Nobody is known by number {pin} yet: {punches} punches wait, and count once a roster names the number.',
    'attendance.number-unknown':
      'Nobody on the roster has the number {number}. Import that roster first, or add name or ID number.',
    'ask.device':
      'It is not known which gate wrote {name}. Name the file "<serial>_attlog.dat" or give the serial number.',
  },
})
