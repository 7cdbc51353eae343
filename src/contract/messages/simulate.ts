import { messages } from './define.ts'

/** 模拟文案 — of `anxin simulate`. */
export const simulateMessages = messages({
  'zh-CN': {
    'verb.simulate': '虚构一个县：写出各用工点若干个月会报送的文件，真相另存',
    'simulate.option.seed': '随机种子；同一种子和参数写出同样的县，默认 1',
    'simulate.option.months': '月数，默认 6',
    'simulate.option.worksites': '用工点数，默认 60',
    'simulate.option.workers': '总人数（约），默认每个用工点 50 人',
    'simulate.option.until': '最后一天 YYYY-MM-DD，默认 {day}',
    'simulate.option.out': '写到这个文件夹（须为空或尚不存在）',
    'simulate.making': '正在虚构：{done}/{all} 个用工点',
    'simulate.writing': '正在写出：{files} 个文件',
    'simulate.done':
      '已写出 {area} 的 {worksites} 个用工点、{people} 人，{from} 至 {until}：' +
      '{files} 个文件 {megabytes} MB，分 {days} 天送达，在 {folder}',
    'simulate.kind-line': '  {kind}：{files} 个，{megabytes} MB',
    'simulate.cause-line': '  {cause}：{worksites} 个用工点，其中 {owing} 个月形成欠薪',
    'simulate.apart': '真相在 {truth}，已确认的停工在 {pauses}，不属于报送的文件。',
    'simulate.not-a-number': '选项 {option} 须为整数，不能是“{value}”；例如 {example}。',
    'simulate.out-of-range': '{what} 须在 1 到 {most} 之间，不能是 {value}。',
    'simulate.year-not-covered':
      '没有 {year} 年的节假日安排，无法推算发薪日；--until 请选 {years} 之内的日期。',
    'simulate.folder-not-empty': '文件夹 {folder} 不是空的；请用 --out 换一个，已有的文件不会被覆盖。',
    'cause.healthy': '正常',
    'cause.late-upload': '足额发放但报送迟延',
    'cause.missing-institutions': '制度缺失但足额发放',
    'cause.owner-late': '建设单位迟拨人工费用',
    'cause.unit-short': '用人单位资金不足',
    'cause.subcontractor-withholds': '分包单位截留',
    'cause.ghost-workers': '虚列人员套取工资',
    'cause.cards-held': '班组长或包工头扣卡',
    'cause.living-allowance': '只发生活费',
    'cause.two-ledgers': '阴阳账',
    'cause.device-off': '关停考勤设备后停发',
    'cause.winter-stop': '节前停工（部分退场人员未结清）',
  },
  en: {
    'verb.simulate':
      'invent a county: write the files its worksites would send over some months, and the truth apart',
    'simulate.option.seed': 'seed; the same seed and options write the same county; 1 when absent',
    'simulate.option.months': 'how many months; 6 when absent',
    'simulate.option.worksites': 'how many worksites; 60 when absent',
    'simulate.option.workers': 'how many people in all, about; 50 a worksite when absent',
    'simulate.option.until': 'the last day, YYYY-MM-DD; {day} when absent',
    'simulate.option.out': 'the folder to write to, empty or not there yet',
    'simulate.making': 'inventing: {done} of {all} worksites',
    'simulate.writing': 'writing: {files} files',
    'simulate.done':
      'Wrote {worksites} worksites of {area} with {people} people, {from} to {until}: ' +
      '{files} files, {megabytes} MB, arriving on {days} days, in {folder}',
    'simulate.kind-line': '  {kind}: {files} files, {megabytes} MB',
    'simulate.cause-line': '  {cause}: {worksites} worksites, {owing} months of which came to owe wages',
    'simulate.apart':
      'The truth is in {truth}, the confirmed pauses in {pauses}; neither is among the files sent.',
    'simulate.not-a-number':
      'The option {option} must be a whole number, not "{value}"; for example {example}.',
    'simulate.out-of-range': '{what} must be from 1 to {most}, not {value}.',
    'simulate.year-not-covered':
      'There are no holiday notices for {year}, so pay days are not known; choose --until within {years}.',
    'simulate.folder-not-empty':
      'The folder {folder} is not empty; name another with --out. Nothing there is ever overwritten.',
    'cause.healthy': 'healthy',
    'cause.late-upload': 'paid in full, files late',
    'cause.missing-institutions': 'paid in full, account or deposit missing',
    'cause.owner-late': 'owner pays labor cost late',
    'cause.unit-short': 'employing unit short of money',
    'cause.subcontractor-withholds': 'subcontractor withholds',
    'cause.ghost-workers': 'ghost workers',
    'cause.cards-held': 'cards held by crew leader or broker',
    'cause.living-allowance': 'living allowance instead of wages',
    'cause.two-ledgers': 'two ledgers',
    'cause.device-off': 'gates turned off before pay stops',
    'cause.winter-stop': 'stop before Spring Festival, leavers of some not settled',
  },
})
