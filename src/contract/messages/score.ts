import { messages } from './define.ts'

/** 评分文案 — of `anxin score`. */
export const scoreMessages = messages({
  'zh-CN': {
    'verb.score': '对照虚构县的真相，给已存的命中评分：查全、查准、提前天数、金额',
    'score.option.truth': 'anxin simulate 写出的真相文件 truth.json',
    'score.option.json': '输出 JSON；给出文件名时写到文件，表格照常显示',
    'score.no-such-file': '读不到真相文件 {file}；请检查路径。',
    'score.not-a-truth': '{file} 不是真相文件；请用 anxin simulate 写出的 truth.json。',
    'score.other-county':
      '真相（种子 {seed}）的 {worksites} 个用工点，数据库里一个也没有；请先导入同一个县的文件，或换一个真相文件。',
    'score.not-watched': '还没有运行过监测，无从评分；请先逐日运行 anxin monitor --as-of 日期。',
    'score.truth': '真相：种子 {seed}，{from} 至 {to}，{worksites} 个用工点，其中 {known} 个在数据库里',
    'score.watched': '监测：{from} 至 {to}，运行过 {days} 天',
    'score.judged':
      '评判：发放日已到的用工点月 {due} 个，其中发放日及其后 3 天都在监测期内的 {judged} 个，形成欠薪的 {owed} 个',
    'score.legend':
      '各级均含更高等级。查全＝发放日后 3 天内预警到的欠薪月；查准＝属实的命中；提前＝首次到该级至发放日的天数。',
    'score.total': '总体',
    'score.by-cause': '按成因',
    'score.by-rule': '按规则',
    'score.all-rules': '全部规则',
    'score.wage-rules': '仅工资规则',
    'score.traced': '事前有迹象的成因',
    'score.column.recall': '查全{level}',
    'score.column.precision': '查准{level}',
    'score.column.median': '{level}提前中位',
    'score.column.p10': '十分位',
    'score.column.months': '月数',
    'score.column.found': '{level}查出（元）',
    'score.column.missed': '漏报（元）',
    'score.column.notices': '仅蓝',
    'score.column.open': '未到期',
    'score.lists': '橙色及以上漏报 {missed} 个月，误报 {falseAlarms} 项；逐项见 JSON。',
    'score.apart': '另计 {rule}：红 {red}，橙 {orange}，黄 {yellow}，蓝 {notice}，不参与评分。',
    'score.json-written': '评分已写到 {file}',
  },
  en: {
    'verb.score': 'score stored findings against the truth of a simulated county',
    'score.option.truth': 'the truth.json that anxin simulate wrote',
    'score.option.json': 'print JSON; with a file name, write it there beside the tables',
    'score.no-such-file': 'Truth file {file} cannot be read; check the path.',
    'score.not-a-truth': '{file} is no truth file; name the truth.json that anxin simulate wrote.',
    'score.other-county':
      'Of the {worksites} worksites of this truth (seed {seed}) the database has none; import the files of ' +
      'the same county first, or name another truth file.',
    'score.not-watched':
      'Monitoring was never run, so there is nothing to score; run anxin monitor --as-of DAY day by day first.',
    'score.truth':
      'truth: seed {seed}, {from} to {to}, {worksites} worksites, {known} of them in the database',
    'score.watched': 'watched: {from} to {to}, on {days} days',
    'score.judged':
      'judged: {due} worksite-months fell due; pay day and 3 days after it were watched for {judged}, ' +
      '{owed} of which came to owe wages',
    'score.legend':
      'Each level counts graver ones too. recall: owed months warned of within 3 days of the pay day; ' +
      'precision: findings that were true; lead: days from first reaching the level to the pay day.',
    'score.total': 'total',
    'score.by-cause': 'by cause',
    'score.by-rule': 'by rule',
    'score.all-rules': 'all rules',
    'score.wage-rules': 'wage rules only',
    'score.traced': 'causes that show before',
    'score.column.recall': 'recall {level}',
    'score.column.precision': 'prec. {level}',
    'score.column.median': '{level} lead median',
    'score.column.p10': 'p10',
    'score.column.months': 'months',
    'score.column.found': '{level} found (yuan)',
    'score.column.missed': 'missed (yuan)',
    'score.column.notices': 'blue only',
    'score.column.open': 'not due',
    'score.lists':
      'At orange or above {missed} months were missed and {falseAlarms} findings were false; the JSON lists them.',
    'score.apart':
      'Apart, {rule}: red {red}, orange {orange}, yellow {yellow}, blue {notice}; not part of the score.',
    'score.json-written': 'The score is in {file}',
  },
})
