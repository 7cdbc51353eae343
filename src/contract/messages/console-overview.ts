import { messages } from './define.ts'

/** 总览界面文案 — words of the first page. */
export const consoleOverviewMessages = messages({
  'zh-CN': {
    'overview.title': '总览',
    'overview.lead': '数字截至最近一次监测（{day}）。每个数字都能点开，看它背后的清单。',
    'overview.never-watched':
      '还没有运行过监测。先在“导入”中导入项目登记、花名册、考勤、工资表和银行流水，再运行监测（anxin monitor）。',
    'overview.worksites': '用工点',
    'overview.people': '在场人员',
    'overview.people-note': '未离场，每人只计一次',
    'overview.open': '未消除预警',
    'overview.owed': '查明欠薪（元）',
    'overview.owed-note': '{people} 人，{worksites} 个用工点',
    'overview.owed-meaning': '发放日已过，银行数据表明未足额发放',
    'overview.levels': '预警等级走势',
    'overview.levels-chart':
      '预警等级走势图：{from} 至 {until} 每日未消除的预警条数，按等级堆叠。选“表”可读同样的数字。',
    'overview.money': '查明欠薪走势（元）',
    'overview.money-chart': '查明欠薪走势图：{from} 至 {until} 每日查明欠薪的金额。选“表”可读同样的数字。',
    'overview.as-chart': '图',
    'overview.as-table': '表',
    'overview.no-history': '还没有可画的日子。',
    'overview.chart-hint': '点一天，看当天的预警清单；“表”里有同样的数字。',
    'overview.day': '日期',
    'overview.total': '合计',
    'overview.worst': '预警最重的用工点',
    'overview.worst-all': '全部用工点',
    'overview.worst-none': '没有未消除的预警。',
  },
  en: {
    'overview.title': 'Overview',
    'overview.lead': 'As of the last run of the rules ({day}). Every number opens the list behind it.',
    'overview.never-watched':
      'No rule has run yet. Import the worksite register, rosters, attendance, payrolls and bank statements under Imports, then run the monitor (anxin monitor).',
    'overview.worksites': 'Worksites',
    'overview.people': 'People on site',
    'overview.people-note': 'not left; each counted once',
    'overview.open': 'Open findings',
    'overview.owed': 'Wages found owed (yuan)',
    'overview.owed-note': 'People: {people}, worksites: {worksites}',
    'overview.owed-meaning': 'the pay day has passed, and the bank data show less than was due',
    'overview.levels': 'Findings over time',
    'overview.levels-chart':
      'Chart of open findings by day, stacked by level, {from} to {until}. Choose “Table” to read the same numbers.',
    'overview.money': 'Wages owed over time (yuan)',
    'overview.money-chart':
      'Chart of wages found owed by day, {from} to {until}. Choose “Table” to read the same numbers.',
    'overview.as-chart': 'Chart',
    'overview.as-table': 'Table',
    'overview.no-history': 'There is no day to draw yet.',
    'overview.chart-hint': 'Click a day for its list of findings; “Table” has the same numbers.',
    'overview.day': 'Day',
    'overview.total': 'Total',
    'overview.worst': 'Worksites with the gravest findings',
    'overview.worst-all': 'All worksites',
    'overview.worst-none': 'No finding is open.',
  },
})
