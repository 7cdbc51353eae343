import { messages } from './define.ts'

/** 平台文案 — settings, keys, stored files, data folder, database, network. */
export const platformMessages = messages({
  'zh-CN': {
    bug: '程序出错了，没有保存任何改动。请把这条信息和日志交给维护人员。',
    'law.not-covered': '{subject}没有覆盖 {asked} 的依据，系统不作推测；请先录入该期间的规定。',
    'setting.unknown': '不认识的设置 {setting}；可用的有：{known}。请检查拼写。',
    'setting.not-one-of': '设置 {setting} 的值“{given}”无效；应为以下之一：{allowed}。',
    'setting.not-in-range': '设置 {setting} 的值“{given}”无效；应为 {from} 到 {to} 之间的整数。',
    'setting.not-postgres': '设置 {setting} 不是 PostgreSQL 地址；应形如 postgres://用户:密码@主机/数据库。',
    'vault.key-created':
      '已生成主密钥 {file}。请立即把它备份到别处并妥善保管：丢失后，身份证号、电话、银行卡号和全部原件都无法恢复。',
    'vault.key-file-readable': '主密钥 {file} 可被本机其他用户读取；请改为仅本人可读（chmod 600）。',
    'vault.master-key-malformed': '{source} 中的主密钥格式不对；应为 64 位十六进制数，或 32 字节的 base64。',
    'vault.master-key-missing':
      '找不到主密钥 {file}，数据无法打开。请放回备份的密钥文件，或用 ANXIN_MASTER_KEY 给出；不要新建密钥。',
    'vault.keyring-missing': '已有数据，但密钥环 {file} 不见了。请从备份恢复 keys 文件夹；不要新建密钥。',
    'vault.keyring-damaged': '密钥环 {file} 已损坏。请从备份恢复 keys 文件夹。',
    'vault.wrong-master-key': '主密钥与密钥环 {file} 不相配。请换用建立这份数据时的主密钥。',
    'vault.cipher-differs': '这份数据用 {folder} 加密，而设置 ANXIN_CIPHER 为 {setting}；请改回 {folder}。',
    'vault.cannot-open': '加密内容无法解开：密钥不对，或内容被改动过。请用备份核对。',
    'blob.missing': '找不到原件 {key}。它可能已按保存期限清除，或数据文件夹不完整；请用备份核对。',
    'blob.damaged': '原件 {key} 已损坏或被改动。请从备份恢复 blobs 文件夹中的这个文件。',
    'folder.in-use':
      '数据文件夹正由另一个进程使用（进程 {pid}，主机 {host}）。请等它结束或先停止它；若该主机已不再运行本程序，删除 {file} 后重试。',
    'folder.lock-damaged': '锁文件 {file} 无法读取。确认没有其他进程使用该文件夹后，删除它再重试。',
    'folder.not-of-this-database':
      '数据文件夹 {folder} 与数据库不是一套：最近收到的原件不在其中或打不开。请检查 ANXIN_DATA。',
    'folder.not-empty': '文件夹 {folder} 不是空的；请换一个空文件夹，以免覆盖已有数据。',
    'folder.moved':
      '这个文件夹的数据库已搬到 PostgreSQL（原库保留在 {folder}）；请设置 DATABASE_URL 后再启动。',
    'socket.broken-off': '与正在运行的服务的连接中断了，命令是否完成不明。请查看服务日志后再决定是否重做。',
    'database.busy': '数据库正忙，没有轮到这次请求；请稍后重试。',
    'database.not-migrated': '数据库还没有建好，或本登录名无权使用。请先用属主账号运行 anxin migrate。',
    'database.migration-changed':
      '数据库做过的迁移 {number} {name} 与本程序的不一致。请换用与数据库相配的程序版本。',
    'database.too-new': '数据库已由更新的程序升级（迁移 {number} {name}）。请换用新版程序。',
    'http.invalid-input': '请求内容不合要求：{where}（{rule}）。请改正后重试。',
    'http.too-large': '上传的内容超过大小限制，没有保存。请拆分后再传，或请管理员调高 ANXIN_MAX_UPLOAD_MB。',
    'http.malformed': '请求无法读懂（{reason}）。请检查格式后重试。',
    'http.foreign-host': '只接受以本机地址访问；请打开 http://127.0.0.1 加端口号。',
    'http.foreign-origin': '拒绝来自其他网站的请求。',
    'http.no-such-address': '没有这个地址。',
    'http.no-pages': '网页尚未构建；请在项目目录运行 npm run build，再刷新。',
  },
  en: {
    bug:
      'The program failed and saved no change. Please hand this message and the log to whoever ' +
      'maintains it.',
    'law.not-covered':
      'Nothing held on "{subject}" covers {asked}, and nothing is guessed; enter the rule for it first.',
    'setting.unknown': 'Unknown setting {setting}; known are {known}. Check the spelling.',
    'setting.not-one-of': 'Setting {setting} can\'t be "{given}"; it is one of {allowed}.',
    'setting.not-in-range':
      'Setting {setting} can\'t be "{given}"; it is a whole number from {from} to {to}.',
    'setting.not-postgres':
      'Setting {setting} is no PostgreSQL address such as postgres://user:password@host/database.',
    'vault.key-created':
      'A master key was made: {file}. Copy it to a safe place now. Without it ID numbers, ' +
      'phones, bank cards and every ' +
      'stored file are lost for good.',
    'vault.key-file-readable':
      'Other users of this machine can read the master key {file}; run chmod 600 on it.',
    'vault.master-key-malformed': 'The master key in {source} is not 64 hex digits, nor base64 of 32 bytes.',
    'vault.master-key-missing':
      "The master key {file} is missing, so the data can't be opened. Put the saved key file " +
      'back, or give it as ' +
      'ANXIN_MASTER_KEY; do not make a new one.',
    'vault.keyring-missing':
      'There is data, but the keyring {file} is gone. Bring the keys folder back from a backup; ' +
      'do not make new keys.',
    'vault.keyring-damaged': 'The keyring {file} is damaged. Bring the keys folder back from a backup.',
    'vault.wrong-master-key':
      'The master key does not fit the keyring {file}. Use the one this data was begun with.',
    'vault.cipher-differs':
      'This data is sealed with {folder}, but ANXIN_CIPHER says {setting}; set it to {folder}.',
    'vault.cannot-open':
      'A sealed value does not open: the key is wrong, or the value was changed. Compare a backup.',
    'blob.missing': 'Stored file {key} is missing: erased after its term, or the data folder is not whole.',
    'blob.damaged':
      'Stored file {key} is damaged or was changed. Bring this file of the blobs folder back from a ' +
      'backup.',
    'folder.in-use':
      'The data folder is in use by another process ({pid} on {host}). Wait for it or stop it; ' +
      'if that machine no ' +
      'longer runs this program, delete {file} and try again.',
    'folder.lock-damaged':
      "Lock file {file} can't be read. Make sure that no process uses the folder, then delete it.",
    'folder.not-of-this-database':
      'Data folder {folder} does not belong to the database: the newest files received are not ' +
      'in it or do not open. ' +
      'Check ANXIN_DATA.',
    'folder.not-empty': 'Folder {folder} is not empty; name an empty one, so that nothing is overwritten.',
    'folder.moved':
      'The database of this folder was moved to PostgreSQL (the old one is kept in {folder}); set ' +
      'DATABASE_URL.',
    'socket.broken-off':
      'The connection to the running server broke off; whether the command was done is not ' +
      'known. See the server log.',
    'database.busy': 'The database is busy and this request did not get its turn; try again later.',
    'database.not-migrated':
      'The database has no tables yet, or this login may not use them. Run anxin migrate with ' +
      'the login that owns it.',
    'database.migration-changed':
      'Migration {number} {name} of the database differs from ours. Use the program that belongs ' +
      'to the database.',
    'database.too-new':
      'A later program has migrated the database (migration {number} {name}). Use the later program.',
    'http.invalid-input': 'The request is not as it must be: {where} ({rule}). Correct it and try again.',
    'http.too-large':
      'What was sent is over the size limit and was not stored. Split it, or raise ANXIN_MAX_UPLOAD_MB.',
    'http.malformed': "The request can't be read ({reason}). Check its format and try again.",
    'http.foreign-host':
      'Only calls by the address of this machine are answered; open http://127.0.0.1 and the port.',
    'http.foreign-origin': 'Requests that come from another site are refused.',
    'http.no-such-address': 'There is no such address.',
    'http.no-pages': 'The pages are not built yet; run npm run build in the project folder and reload.',
  },
})
