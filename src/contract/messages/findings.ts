import { messages } from './define.ts'

/** 命中文案 — of the findings feature and its verbs. */
export const findingsMessages = messages({
  'zh-CN': {
    'verb.monitor': '按某一天的数据运行全部监测规则',
    'verb.findings': '列出未消除的命中（有命中时退出码为 3）',
    'option.as-of': '截至日期 YYYY-MM-DD，默认今天（中国时间）',
    'option.worksite': '只看这个用工点（项目编码或名称）',
    'option.json': '输出 JSON',
    'cli.not-a-day': '“{value}”不是日期；请写成 YYYY-MM-DD，例如 2026-03-31。',
    'finding.not-found': '没有这条命中，或不在您的管辖范围内。',
    'monitor.line': '{name}：命中 {hits}，无法判断 {unknown}，新增 {opened}，升级 {raised}，消除 {cleared}',
    'finding.head': '[{level}]{breach} {rule}（{codes}）{worksite} {code} {month}',
    'finding.breach': '〔违法〕',
    'finding.figures': '{measures}；涉及 {people} 人，金额 {amount} 元，自 {since} 起',
    'finding.and': '，',
    'finding.article': '依据：{label}——{gist}',
    'finding.source': '来源：{place} 第 {row} 行（{what}）',
    'source.payroll-line': '工资支付表',
    'source.punch': '门禁打卡',
    'source.register-row': '项目登记',
  },
  en: {
    'verb.monitor': 'run every rule on the data of a day',
    'verb.findings': 'list open findings (exit code 3 when there are any)',
    'option.as-of': 'the day YYYY-MM-DD; today in China when absent',
    'option.worksite': 'only this worksite, by code or name',
    'option.json': 'print JSON',
    'cli.not-a-day': '"{value}" is no day; write YYYY-MM-DD, for example 2026-03-31.',
    'finding.not-found': 'There is no such finding, or it is outside your area.',
    'monitor.line':
      '{name}: {hits} hits, {unknown} unknown, {opened} opened, {raised} raised, {cleared} cleared',
    'finding.head': '[{level}]{breach} {rule} ({codes}) {worksite} {code} {month}',
    'finding.breach': ' [breach]',
    'finding.figures': '{measures}; {people} people, {amount} yuan, since {since}',
    'finding.and': ', ',
    'finding.article': 'basis: {label} — {gist}',
    'finding.source': 'source: {place} row {row} ({what})',
    'source.payroll-line': 'payroll',
    'source.punch': 'gate punch',
    'source.register-row': 'worksite register',
  },
})
