import { messages } from './define.ts'

/** 演示文案 — of the verb that takes the examples in, looks for trouble and shows what it found. */
export const demoMessages = messages({
  'zh-CN': {
    'verb.demo': '演示：导入 examples/ 中六个虚构用工点的文件，运行监测，列出命中，并启动网页',
    'demo.option.serve': '不启动网页',
    'demo.option.county':
      '演示一个模拟的县（用 --seed、--worksites、--months 选定），而不是 examples 中的示例',
    'demo.county':
      '演示数据文件夹：{folder}。模拟县有用工点 {worksites} 个，自 {from} 至 {until} 逐日收取文件、运行监测。',
    'demo.county-month': '{month}：此前已收 {files} 个文件',
    'demo.county-day': '{day}：已收 {files} 个文件',
    'demo.county-watched': '{day}：已收 {files} 个文件，已运行监测',
    'demo.county-done': '共收 {files} 个文件，其中 {unfinished} 个等待答复或被退回',
    'demo.other-county': '数据文件夹 {folder} 里是别的数据。请用 --data 另选一个文件夹，或先删除这个文件夹。',
    'demo.option.json': '把汇总写到这个文件（JSON）',
    'demo.option.port': '网页端口，默认 7240（ANXIN_PORT）',
    'demo.option.data': '数据文件夹，默认 data/demo（或 ANXIN_DATA）',
    'demo.no-examples': '找不到示例文件夹 {folder}；请在完整的项目目录中运行演示。',
    'demo.folder-not-empty':
      '数据文件夹 {folder} 里已有其他文件（如 {file}），演示不会混入其中。请用 --data 指定一个空文件夹。',
    'demo.start': '演示数据文件夹：{folder}。示例文件 {files} 个，按收到日期逐日导入。',
    'demo.day': '—— {day} 收到 {files} 个文件 ——',
    'demo.again': '数据文件夹 {folder} 里已有演示数据，不再导入。',
    'demo.as-of': '—— 截至 {asOf} 运行监测 ——',
    'demo.findings': '—— 命中 {count} 项 ——',
    'demo.summary': '—— 汇总 ——',
    'demo.files': '文件 {files} 个，导入 {taken} 行，未导入 {failed} 行',
    'demo.kind': '  {kind}：{files} 个文件，导入 {taken} 行，未导入 {failed} 行',
    'demo.by-level': '命中 {count} 项：红 {red}，橙 {orange}，黄 {yellow}，蓝 {notice}',
    'demo.by-rule': '  {rule}：{count} 项，{people} 人，{amount} 元',
    'demo.json-written': '汇总已写到 {file}',
  },
  en: {
    'verb.demo':
      'demonstration: take in the files of six invented worksites, watch them, show findings, serve',
    'demo.option.serve': 'do not serve the page',
    'demo.option.county':
      'show a simulated county (--seed, --worksites, --months say which) instead of the examples',
    'demo.county':
      'Data folder of the demonstration: {folder}. A simulated county of {worksites} worksites, day by day from {from} to {until}.',
    'demo.county-month': '{month}: files so far: {files}',
    'demo.county-day': '{day}: files so far: {files}',
    'demo.county-watched': '{day}: files so far: {files}, watched',
    'demo.county-done': 'files: {files}, of which {unfinished} wait for an answer or were refused',
    'demo.other-county':
      'Data folder {folder} holds other data. Name another one with --data, or remove this one first.',
    'demo.option.json': 'write the summary to this file (JSON)',
    'demo.option.port': 'port of the page, 7240 when absent (ANXIN_PORT)',
    'demo.option.data': 'data folder, data/demo when absent (or ANXIN_DATA)',
    'demo.no-examples': 'There is no folder of examples at {folder}; run the demonstration in a whole clone.',
    'demo.folder-not-empty':
      'Data folder {folder} holds other files already (such as {file}); the demonstration keeps out of it. ' +
      'Name an empty folder with --data.',
    'demo.start': 'Data folder of the demonstration: {folder}. {files} example files, taken in day by day.',
    'demo.day': '-- {day}: files received: {files} --',
    'demo.again': 'Data folder {folder} holds the demonstration already; nothing is taken in again.',
    'demo.as-of': '-- watching as of {asOf} --',
    'demo.findings': '-- findings: {count} --',
    'demo.summary': '-- summary --',
    'demo.files': 'files {files}, rows taken {taken}, refused {failed}',
    'demo.kind': '  {kind}: files {files}, rows taken {taken}, refused {failed}',
    'demo.by-level': 'findings {count}: red {red}, orange {orange}, yellow {yellow}, notice {notice}',
    'demo.by-rule': '  {rule}: findings {count}, people {people}, {amount} yuan',
    'demo.json-written': 'The summary is in {file}',
  },
})
