import { messages } from './define.ts'

/** 命令行文案 — help, wrong command lines, and what the verbs of the platform print. */
export const cliMessages = messages({
  'zh-CN': {
    'verb.anxin': '安薪：农民工工资支付监控预警平台',
    'verb.serve': '启动网页和接口（仅限本机访问），直到停止',
    'verb.migrate': '把数据库升级到本程序的版本',
    'verb.rebuild': '由各方陈述重新归集考勤日和工资月（结果应当不变）',
    'rebuild.done': '已重新归集，{changed} 行与原来不同。',
    'verb.health': '检查数据库和数据文件夹是否正常',
    'verb.audit': '审计',
    'verb.audit.verify': '核验留痕的哈希链；发现断链时退出码为 3',
    'verb.backup': '把数据库、原件和密钥环备份到一个文件',
    'verb.restore': '从备份文件恢复到空的数据文件夹或空的数据库',
    'verb.move': '把本文件夹的数据搬到 PostgreSQL，并逐表核对',
    'cli.after-help': '退出码：0 完成，1 失败，2 命令有误，3 完成且有发现。设置见 README。',
    'cli.title.usage': '用法：',
    'cli.title.arguments': '参数：',
    'cli.title.options': '选项：',
    'cli.title.commands': '命令：',
    'cli.option.help': '显示帮助',
    'cli.option.version': '显示版本',
    'cli.choices': '{description}（可选：{choices}）',
    'cli.unknown-option': '没有选项 {what}；用 --help 查看可用的选项。',
    'cli.unknown-verb': '没有命令 {what}；用 anxin --help 查看全部命令。',
    'cli.missing-argument': '缺少参数 {what}；用 --help 查看用法。',
    'cli.option-without-value': '选项 {what} 需要一个值。',
    'cli.missing-option': '必须给出选项 {what}。',
    'cli.invalid-value': '{what} 的值无效；用 --help 查看用法。',
    'cli.too-many-arguments': '参数太多；用 --help 查看用法。',
    'serve.ready': '已启动：{address}（尚无登录，仅限本机访问，以本机操作员身份操作）。按 Ctrl+C 停止。',
    'serve.stopping': '正在停止…',
    'serve.port-taken': '无法监听 {host} 的端口 {port}：已被占用或无权使用。请用 ANXIN_PORT 换一个端口。',
    'health.true': '正常：版本 {version}，数据库 {engine}',
    'health.false':
      '不正常：数据库 {database}，数据文件夹 {dataFolder}（ok 为正常，failed 为失败）；详见日志。',
    'migrate.nothing': '数据库已是最新，无需升级。',
    'migrate.done': '已完成迁移：{applied}',
    'audit.whole':
      '留痕完整：{streams} 条链，{events} 个事件。总摘要 {fingerprint}（另行抄存，可证明日后没有被截短）。',
    'audit.broken':
      '留痕断链：流 {streamId} 第 {seq} 个事件，{reason}。请保全数据文件夹和备份，并报告负责人。',
    'audit.reason.gap': '此前缺少事件',
    'audit.reason.previous-hash': '与前一个事件接不上',
    'audit.reason.hash': '内容与其哈希不符',
    'audit.option.files': '同时核验全部原件',
    'audit.files-whole': '原件完整：{checked} 个均可打开且与编号相符。',
    'audit.files-damaged': '原件 {checked} 个中有损坏或被改动的：{damaged}。请从备份恢复。',
    'backup.argument.file': '备份文件',
    'backup.option.with-key': '把主密钥也放进备份（得到文件的人就能打开全部数据）',
    'backup.done': '已备份到 {file}：{tables} 张表 {rows} 行，原件 {blobs} 个，共 {bytes} 字节。',
    'backup.key-inside': '注意：备份中含有主密钥，得到该文件的人就能打开全部数据，请像保管密钥一样保管它。',
    'backup.key-outside': '注意：备份中没有主密钥。没有它备份无法打开，请另行保管：{where}。',
    'backup.file-exists': '文件 {file} 已存在；请换一个文件名，备份不会覆盖已有文件。',
    'backup.no-such-file': '找不到备份文件 {file}；请检查路径。',
    'backup.damaged': '备份文件 {file} 已损坏或不完整（{part}），没有恢复任何内容。请换用另一份备份。',
    'backup.schema-differs':
      '备份的数据库结构（迁移 {number} {name}）与本程序的不一致；请用制作备份的版本或更新的版本恢复。',
    'backup.table-differs':
      '表 {table} 核对不一致：应有 {expected} 行，实有 {found} 行或内容不同；已全部撤销，原数据未动。',
    'backup.login-sees-too-little':
      '数据库登录名看不到全部数据，不能用于备份或搬移。请在 DATABASE_ADMIN_URL（或 --to）中使用超级用户或有 BYPASSRLS 的登录名。',
    'database.not-empty': '目标数据库不是空的（表 {table} 中有数据）；请换一个空数据库。',
    'restore.option.key': '主密钥文件（备份中不含主密钥时）',
    'restore.no-such-key': '找不到主密钥文件 {file}；请检查路径。',
    'restore.done':
      '已恢复 {madeAt} 的备份：{tables} 张表 {rows} 行，原件 {blobs} 个，逐表核对一致。数据文件夹：{folder}',
    'restore.key-missing': '还缺主密钥：请把它放到 {file}，或设置 ANXIN_MASTER_KEY，否则无法启动。',
    'move.option.to': '目标 PostgreSQL 地址，登录名须拥有该数据库',
    'move.option.data': '把原件和密钥也复制到这个新文件夹（默认留在原处）',
    'move.file-differs': '复制后的文件 {file} 与原文件不一致；没有搬移数据库，请检查磁盘后重试。',
    'move.done':
      '已搬移 {tables} 张表 {rows} 行，逐表核对一致；原件 {blobs} 个均可打开，在 {folder}。请设置 DATABASE_URL 后启动。原数据库保留在 ' +
      '{kept}，确认无误后可删除。',
  },
  en: {
    'verb.anxin': "AnXin: watches migrant workers' wages",
    'verb.serve': 'serve pages and interface, on this machine only, until stopped',
    'verb.migrate': 'bring the database up to this program',
    'verb.rebuild': 'make worker-days and wage-months anew from the claims (nothing should change)',
    'rebuild.done': 'Folded again; {changed} rows differ from before.',
    'verb.health': 'check that database and data folder are well',
    'verb.audit': 'audit',
    'verb.audit.verify': 'verify the hash chains of the events (exit code 3 when one is broken)',
    'verb.backup': 'back up database, stored files and keyring into one file',
    'verb.restore': 'restore a backup into an empty data folder or an empty database',
    'verb.move': 'carry the data of this folder to PostgreSQL, and compare table by table',
    'cli.after-help':
      'Exit codes: 0 done, 1 failed, 2 called wrongly, 3 done and something was found. Settings: README.',
    'cli.title.usage': 'Usage:',
    'cli.title.arguments': 'Arguments:',
    'cli.title.options': 'Options:',
    'cli.title.commands': 'Commands:',
    'cli.option.help': 'show help',
    'cli.option.version': 'show the version',
    'cli.choices': '{description} (one of {choices})',
    'cli.unknown-option': 'There is no option {what}; --help lists those there are.',
    'cli.unknown-verb': 'There is no command {what}; anxin --help lists them all.',
    'cli.missing-argument': 'Argument {what} is missing; see --help.',
    'cli.option-without-value': 'Option {what} needs a value.',
    'cli.missing-option': 'Option {what} must be given.',
    'cli.invalid-value': 'The value of {what} is not valid; see --help.',
    'cli.too-many-arguments': 'Too many arguments; see --help.',
    'serve.ready':
      'Ready: {address} (no login yet: this machine only, acting as its operator). Stop with Ctrl+C.',
    'serve.stopping': 'Stopping…',
    'serve.port-taken':
      "Can't listen on {host} port {port}: taken or not permitted. Set ANXIN_PORT to another.",
    'health.true': 'Well: version {version}, database {engine}',
    'health.false': 'Not well: database {database}, data folder {dataFolder}; the log has more.',
    'migrate.nothing': 'The database is up to date.',
    'migrate.done': 'Migrations done: {applied}',
    'audit.whole':
      'The events are whole: {streams} chains, {events} events. Fingerprint {fingerprint}; written ' +
      'down elsewhere it proves later that nothing was cut off.',
    'audit.broken':
      'The chain is broken: stream {streamId}, event {seq}, {reason}. Secure the data folder and its ' +
      'backups, and report it.',
    'audit.reason.gap': 'an event before it is missing',
    'audit.reason.previous-hash': 'it does not follow the one before it',
    'audit.reason.hash': 'its content is not what was hashed',
    'audit.option.files': 'verify every stored file too',
    'audit.files-whole': 'The stored files are whole: {checked} open and are what their names say.',
    'audit.files-damaged':
      'Of {checked} stored files some are damaged or were changed: {damaged}. Use a backup.',
    'backup.argument.file': 'the backup file',
    'backup.option.with-key': 'put the master key into the backup (whoever has the file can open everything)',
    'backup.done': 'Backed up to {file}: {tables} tables, {rows} rows, {blobs} stored files, {bytes} bytes.',
    'backup.key-inside':
      'Mind: the master key is in the backup. Whoever has the file can open everything; guard it so.',
    'backup.key-outside':
      'Mind: the master key is not in the backup, which does not open without it. Keep it: {where}.',
    'backup.file-exists': 'File {file} exists; name another, a backup replaces nothing.',
    'backup.no-such-file': 'There is no backup file {file}; check the path.',
    'backup.damaged':
      'Backup {file} is damaged or not whole ({part}); nothing was restored. Use another backup.',
    'backup.schema-differs':
      'The tables of the backup (migration {number} {name}) are not those of this program; restore ' +
      'it with the version that made it or a later one.',
    'backup.table-differs':
      'Table {table} differs: {expected} rows expected, {found} found or other content. All is ' +
      'undone, the old data is untouched.',
    'backup.login-sees-too-little':
      'The database login does not see all rows. In DATABASE_ADMIN_URL (or --to) use a superuser or ' +
      'a login with BYPASSRLS.',
    'database.not-empty': 'The target database is not empty (table {table} has rows); name an empty one.',
    'restore.option.key': 'file with the master key, where the backup has none',
    'restore.no-such-key': 'There is no key file {file}; check the path.',
    'restore.done':
      'Restored the backup of {madeAt}: {tables} tables, {rows} rows, {blobs} stored files, compared ' +
      'table by table. Data folder: {folder}',
    'restore.key-missing':
      'The master key is still missing: put it at {file} or set ANXIN_MASTER_KEY before you start.',
    'move.option.to': 'address of the PostgreSQL database; its login must own the database',
    'move.option.data':
      'copy stored files and keys to this new folder too (they stay where they are otherwise)',
    'move.file-differs':
      'The copy {file} differs from its source; the database was not moved. Check the disk.',
    'move.done':
      'Moved {tables} tables, {rows} rows, compared table by table; all {blobs} stored files open, ' +
      'in {folder}. Set DATABASE_URL and start. The old database is kept in {kept}; delete it when ' +
      'all is well.',
  },
})
