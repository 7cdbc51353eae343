import { messages } from './define.ts'

/** 表格文案 — what is wrong or doubtful in a spreadsheet, by cell and by row, and what the sender is asked. */
export const tableMessages = messages({
  'zh-CN': {
    'ask.kind': '工作表“{sheet}”可能是不同类型的表格（{kinds}）。请说明类型。',
    'ask.mapping':
      '工作表“{sheet}”有列要确认。缺少：{missing}；含义不能确定：{unclear}；没有认出：{candidates}。' +
      '请说明各列的含义或忽略，系统会记住；表里没有的列请补上，列名相同的请先改成不同的名称，再导入。',
    'ask.month':
      '工作表“{sheet}”没有写明所属月份。请说明月份；今后可在表上方写“2026年3月”或“所属月份：2026-03”。',

    'table.columns-unknown':
      '这些列没有认出，未导入：{titles}。内容保留在原文件中；如有用，请说明各列的含义。',
    'table.total-differs':
      '合计行的“{total}”是 {stated}，而上面 {rows} 行相加是 {summed}。请核对是否漏行或改了数。',

    'cell.required': '“{title}”不能为空。请补填。',
    'cell.error-value': '“{title}”是错误值 {value}。请在表格软件中改正公式，或把结果粘贴为数值。',
    'cell.text-expected': '“{title}”应是名称，不是“{value}”。请填写全称。',
    'cell.name-unreadable': '“{value}”不像姓名。请只写姓名，文字之外的内容写到备注列。',
    'cell.name-remark': '姓名后面的括号内容已略去。请把它写到备注列。',
    'cell.number-damaged':
      '“{title}”被表格软件改成了数值或日期（{value}），末尾数字已丢失。请把该列设为文本格式后重新填写。',
    'cell.id-number-damaged':
      '身份证号被表格软件当作数值保存（{value}），第15位以后的数字已丢失，无法还原。请把该列设为文本格式，对照身份证重新填写。',
    'cell.id-number-length': '身份证号 {value} 不是18位。请对照身份证重新填写。',
    'cell.id-number-fifteen-digits': '身份证号 {value} 是15位的旧号码，已停用。请填写现在的18位号码。',
    'cell.id-number-characters': '身份证号 {value} 里有不该有的字符。应为17位数字加1位数字或X。',
    'cell.id-number-area-unknown': '身份证号 {value} 的前两位不是任何省份的代码。请对照身份证重新填写。',
    'cell.id-number-birth-date': '身份证号 {value} 里的出生日期不存在。请对照身份证重新填写。',
    'cell.id-number-check-digit': '身份证号 {value} 的校验位不对，至少有一位写错。请对照身份证重新填写。',
    'cell.card-damaged':
      '银行卡号被表格软件当作数值保存（{value}），第15位以后的数字已丢失。请把该列设为文本格式，重新填写卡号。',
    'cell.card-characters': '银行卡号 {value} 里有数字以外的字符。请只填卡号。',
    'cell.card-length': '银行卡号 {value} 的位数不对（应为8至30位）。请重新填写。',
    'cell.card-check-digit':
      '银行卡号 {value} 未通过校验。若是银行卡，请核对；若是存折或对公账号，可不理会。',
    'cell.phone-unreadable': '电话 {value} 不是可用的号码，未导入电话，其余照收。请补填11位手机号。',
    'cell.credit-code-length': '统一社会信用代码“{value}”不是18位。请对照营业执照填写。',
    'cell.credit-code-characters':
      '统一社会信用代码“{value}”里有不该有的字符（不用 I、O、S、V、Z）。请对照营业执照填写。',
    'cell.credit-code-check-digit': '统一社会信用代码 {value} 的校验位不对，已照收。请对照营业执照核对。',
    'cell.money-unreadable': '“{value}”不是金额。请填数字，例如 5280.50。',
    'cell.money-too-fine': '金额 {value} 比分更细。请四舍五入到分（公式可用 ROUND）再导入。',
    'cell.days-unreadable': '“{value}”不是天数。请填数字，半天写 0.5。',
    'cell.hours-unreadable': '“{value}”不是工时。请填小时数，例如 176 或 8.5。',
    'cell.number-unreadable': '“{value}”不是数量。请填数字。',
    'cell.percent-unreadable': '“{value}”不是明确的比例。请写成百分数，例如 20%。',
    'cell.cost-term-unclear': '“{value}”分不清是比例还是金额。比例请写 20%，金额请写 200000 元。',
    'cell.day-unreadable': '“{value}”不是日期。请写成 2026-03-05。',
    'cell.day-impossible': '“{value}”这一天不存在。请核对年月日。',
    'cell.day-order-unclear': '“{value}”分不清年月日的次序。请写成 2026-03-05。',
    'cell.day-range': '日期 {value} 不在1950年至2099年之间。请核对年份。',
    'cell.time-unreadable': '“{value}”不是时间。请写成 2026-03-05 07:30:00。',
    'cell.month-unreadable': '“{value}”不是月份。请写成 2026-03。',
    'cell.month-without-year': '“{value}”没有写年份。请写成 2026-03。',
    'cell.word-unknown': '“{title}”里的“{value}”没有认出。可以写：{allowed}。',
    'cell.pay-day-unreadable': '“{value}”看不出是几日。请写成“每月15日”或“次月15日”。',
    'cell.area-code-unknown': '行政区划代码 {value} 不存在。请填6位（或到乡镇的9位）代码。',
    'cell.area-unknown': '没有叫“{value}”的行政区划。请写到区县的全称，或填6位代码。',
    'cell.area-ambiguous': '叫“{value}”的行政区划不止一个（{codes}）。请写上省市，或填6位代码。',
    'cell.mark-unknown': '考勤符号“{value}”没有认出。请在表下加一行图例，例如：√出勤 ○休息 ×旷工。',
    'cell.mark-unclear': '“{value}”分不清是天数还是小时。请写成“2工”或“2h”，或填写出勤合计。',
    'cell.mark-by-default':
      '符号“{value}”各单位用法不一，表中没有图例，也没有合计可以对照，已按没有出勤计算。如不是，请加一行图例后重新导入。',
    'cell.day-not-in-month': '{month} 没有 {day} 日这一列对应的日期，却填了“{value}”。请核对月份。',

    'row.sex-differs': '性别与身份证号不一致。请核对身份证号是否写错。',
    'row.left-before-entry': '退场日期 {left} 早于进场日期 {entered}。请核对。',
    'row.ends-before-start': '竣工日期 {end} 早于开工日期 {start}。请核对。',
    'row.deductions-differ': '扣款合计 {stated} 与各项扣款相加 {summed} 不一致，按合计收下。请核对。',
    'row.sum-negative': '金额不能为负（应发 {due}，实发 {net}）。请核对。',
    'row.overtime-outside-due': '应发中没有包含加班工资，已按合计 {due} 元作为应发。',
    'row.net-differs':
      '实发 {net} 不等于应发 {due} 减扣款 {deductions}，相差 {difference}。已照原样收下，请核对。',
    'row.month-missing': '没有所属月份。请补填，例如 2026-03。',
    'row.days-over-month': '出勤 {days} 天，超过 {month} 的 {most} 天。请核对。',
    'row.days-differ': '出勤合计写 {stated} 天，按每日标记相加是 {summed} 天。请核对。',
    'row.identity-missing': '这一行没有姓名、身份证号或考勤号，不知道是谁。请补填其中一项。',
    'row.time-incomplete': '缺少日期或时刻。请写成 2026-03-05 07:30:00，或分日期、时间两列。',
    'row.amount-negative': '代发金额不能为负。退回的款项请用状态“退票”表示。',
    'row.unit-missing': '没有施工总承包单位，也没有用人单位。请至少填一个。',
    'row.worksite-kind-missing': '没有写明类型。请填：工程项目、用人单位或平台站点。',
    'row.subcontractors-differ':
      '分包单位有 {names} 个，信用代码有 {codes} 个，无法对应。请用顿号或换行分开，逐个对应。',
  },
  en: {
    'ask.kind': 'Sheet "{sheet}" could be a table of different kinds ({kinds}). Say which kind it is.',
    'ask.mapping':
      'Columns of sheet "{sheet}" have to be confirmed. Missing: {missing}; of unclear meaning: {unclear}; ' +
      'not recognized: {candidates}. Say what each means, or ignore it, and it will be remembered; add ' +
      'columns that the sheet lacks, give columns with the same title different ones, and send it again.',
    'ask.month':
      'Sheet "{sheet}" does not say which month it is about. Name the month; in future write it above the ' +
      'table, with its year.',

    'table.columns-unknown':
      'These columns were not recognized and not imported: {titles}. Their content stays in the original ' +
      'file; if you need it, say what they mean.',
    'table.total-differs':
      'The total of "{total}" says {stated}, but the {rows} rows above add up to {summed}. Check whether ' +
      'rows are missing or figures were changed.',

    'cell.required': '"{title}" must not be empty. Fill it in.',
    'cell.error-value':
      '"{title}" holds the error {value}. Correct the formula, or paste its result as a value.',
    'cell.text-expected': '"{title}" should be a name, not "{value}". Write the full name.',
    'cell.name-unreadable':
      '"{value}" does not look like a name. Write the name only; anything else goes into the remarks.',
    'cell.name-remark': 'The words in brackets after the name were left out. Put them into the remarks.',
    'cell.number-damaged':
      'The spreadsheet turned "{title}" into a number or a date ({value}) and its last digits are lost. ' +
      'Set the column to text and type it again.',
    'cell.id-number-damaged':
      'The ID number was stored as a number ({value}); its digits beyond the 15th are lost and cannot be ' +
      'restored. Set the column to text and type it again from the ID card.',
    'cell.id-number-length': 'ID number {value} does not have 18 characters. Type it again from the ID card.',
    'cell.id-number-fifteen-digits':
      'ID number {value} is an old one of 15 digits, no longer valid. Use the present number of 18.',
    'cell.id-number-characters':
      'ID number {value} has characters that do not belong. It is 17 digits and a digit or X.',
    'cell.id-number-area-unknown':
      'The first two digits of ID number {value} are no province. Type it again from the ID card.',
    'cell.id-number-birth-date':
      'The birth date in ID number {value} does not exist. Type it again from the ID card.',
    'cell.id-number-check-digit':
      'The check digit of ID number {value} is wrong: at least one digit is mistyped. Type it again from ' +
      'the ID card.',
    'cell.card-damaged':
      'The card number was stored as a number ({value}); its digits beyond the 15th are lost. Set the ' +
      'column to text and type it again.',
    'cell.card-characters': 'Card number {value} has characters other than digits. Write the number only.',
    'cell.card-length': 'Card number {value} has a wrong length (8 to 30 digits). Type it again.',
    'cell.card-check-digit':
      'Card number {value} fails its check. If it is a card, check it; if a passbook or company account, ' +
      'ignore this.',
    'cell.phone-unreadable':
      'Telephone {value} is no usable number; the row was taken without it. Add a mobile number of 11 ' +
      'digits.',
    'cell.credit-code-length':
      'Credit code "{value}" does not have 18 characters. Copy it from the business licence.',
    'cell.credit-code-characters':
      'Credit code "{value}" has characters that do not belong (I, O, S, V, Z are not used). Copy it ' +
      'from the business licence.',
    'cell.credit-code-check-digit':
      'The check digit of credit code {value} is wrong; it was taken all the same. Check it against the ' +
      'business licence.',
    'cell.money-unreadable': '"{value}" is no amount of money. Write a number such as 5280.50.',
    'cell.money-too-fine':
      'The amount {value} is finer than a fen. Round it to two decimals (formula ROUND) and send it again.',
    'cell.days-unreadable': '"{value}" is no number of days. Write a number; half a day is 0.5.',
    'cell.hours-unreadable': '"{value}" is no number of hours. Write hours, such as 176 or 8.5.',
    'cell.number-unreadable': '"{value}" is no quantity. Write a number.',
    'cell.percent-unreadable': '"{value}" is no clear share. Write a percentage such as 20%.',
    'cell.cost-term-unclear':
      '"{value}" could be a share or an amount. Write 20% for a share, 200000 yuan for an amount.',
    'cell.day-unreadable': '"{value}" is no date. Write it as 2026-03-05.',
    'cell.day-impossible': 'The day "{value}" does not exist. Check year, month and day.',
    'cell.day-order-unclear': 'The order of year, month and day in "{value}" is unclear. Write 2026-03-05.',
    'cell.day-range': 'The date {value} does not lie between 1950 and 2099. Check the year.',
    'cell.time-unreadable': '"{value}" is no time. Write it as 2026-03-05 07:30:00.',
    'cell.month-unreadable': '"{value}" is no month. Write it as 2026-03.',
    'cell.month-without-year': '"{value}" has no year. Write it as 2026-03.',
    'cell.word-unknown': '"{value}" in "{title}" was not recognized. Allowed are: {allowed}.',
    'cell.pay-day-unreadable':
      '"{value}" names no day. Write the day of the month, and whether it is ' +
      'that of the month worked or of the next.',
    'cell.area-code-unknown':
      'There is no area with code {value}. Write the code of 6 digits, or 9 down to the township.',
    'cell.area-unknown':
      'There is no area called "{value}". Write its full name down to the county, or its code of 6 digits.',
    'cell.area-ambiguous':
      'Several areas are called "{value}" ({codes}). Add province and city, or write the code of 6 digits.',
    'cell.mark-unknown':
      'The attendance mark "{value}" was not recognized. Add a legend below the table that says what ' +
      'each mark means.',
    'cell.mark-unclear':
      '"{value}" could be days or hours. Write 2h for hours, or fill in the total of the row.',
    'cell.mark-by-default':
      'Offices use the symbol "{value}" differently; without a legend or a total to tell, it was counted ' +
      'as not worked. If that is wrong, add a legend and send the file again.',
    'cell.day-not-in-month':
      '{month} has no day for the column headed {day}, yet it holds "{value}". Check the month.',

    'row.sex-differs': 'The sex does not agree with the ID number. Check whether the number is mistyped.',
    'row.left-before-entry': 'The day of leaving {left} is before the day of entry {entered}. Check them.',
    'row.ends-before-start': 'The end {end} is before the start {start}. Check them.',
    'row.deductions-differ':
      'The total of deductions {stated} differs from the sum of the single ones {summed}; the total was ' +
      'taken. Check it.',
    'row.sum-negative': 'An amount must not be negative (due {due}, net {net}). Check it.',
    'row.overtime-outside-due':
      'The wage due did not include the overtime pay; the sum of {due} yuan was taken as due.',
    'row.net-differs':
      'Net {net} is not due {due} less deductions {deductions}; the difference is {difference}. It was ' +
      'taken as it stands; check it.',
    'row.month-missing': 'The month is missing. Fill it in, such as 2026-03.',
    'row.days-over-month': '{days} days worked are more than the {most} days of {month}. Check them.',
    'row.days-differ': 'The total says {stated} days, the marks add up to {summed}. Check them.',
    'row.identity-missing':
      'The row has no name, ID number or attendance number, so nobody knows who it is. Fill in one of them.',
    'row.time-incomplete':
      'The day or the time is missing. Write 2026-03-05 07:30:00, or use two columns, one for each.',
    'row.amount-negative':
      'An amount paid out must not be negative. Mark money that came back by its status, as returned.',
    'row.unit-missing': 'There is neither a general contractor nor an employing unit. Fill in at least one.',
    'row.worksite-kind-missing': 'The kind is missing. Write project, establishment or labor-platform.',
    'row.subcontractors-differ':
      '{names} subcontractors but {codes} credit codes: they cannot be paired. Separate both by line ' +
      'breaks, one for one.',
  },
})
