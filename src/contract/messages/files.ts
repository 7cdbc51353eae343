import { messages } from './define.ts'

/**
 * Refusals of uploaded files. Most people meet them after choosing a file, so each says what to do with it.
 */
export const filesMessages = messages({
  'zh-CN': {
    'file.empty': '文件是空的，里面没有任何内容。请打开原文件核对，保存后重新上传。',
    'file.nul-bytes': '文件里有空字节（NUL），内容多半已经损坏。请从原系统重新导出后再上传。',
    'file.binary':
      '认不出这是什么文件。可以上传 xlsx、xls、csv、考勤机导出的 ATTLOG 文本、银行的 camt.053 / camt.054。',
    'file.encrypted': '文件有打开密码，无法读取。请在 Excel 或 WPS 里取消密码、另存后重新上传。',
    'file.pdf': '这是 PDF，不能当表格读取。请上传它的 Excel 原件（xlsx、xls 或 csv）。',
    'file.image': '这是图片，不能当表格读取。请上传 Excel 原件（xlsx、xls 或 csv）。',
    'file.archive': '这是压缩包。请先解压，再上传里面的文件。',
    'file.word': '这是 Word 文档。请把表格复制到 Excel 里，存为 xlsx 后上传。',
    'file.powerpoint': '这是演示文稿。请把表格复制到 Excel 里，存为 xlsx 后上传。',
    'file.ods': '这是 ODS 表格。请用 WPS 或 Excel 打开，另存为 xlsx 后上传。',
    'file.xlsb': '这是二进制工作簿（xlsb）。请用 Excel 打开，另存为 xlsx 后上传。',
    'file.xls-old': '这是 Excel 95 或更早的工作簿。请用 Excel 或 WPS 打开，另存为 xlsx 后上传。',
    'file.html':
      '文件内容是网页，不是真正的 Excel 表格（有些系统这样导出）。请用 Excel 或 WPS 打开，另存为 xlsx 后上传。',
    'file.xml-spreadsheet': '这是 Excel 2003 的 XML 表格。请用 Excel 打开，另存为 xlsx 后上传。',
    'file.xml-unknown':
      '这是 XML，但不是银行的 camt.053 或 camt.054。请核对文件，或请银行按 ISO 20022 导出。',
    'file.too-big':
      '文件有 {megabytes} MB，超过上限 {limitMegabytes} MB，没有保存。请按月份或工程分成几个文件上传。',
    'file.encoding':
      '文字编码既不是 UTF-8 也不是 GB18030，硬读会弄错姓名。请在 Excel 里另存为“CSV UTF-8”或 xlsx 后上传。',
    'file.zip-bomb':
      '文件解开后大得不正常，没有读取。请用 Excel 或 WPS 打开，另存为 xlsx 后上传；内容确实很多的，请分成几个文件。',
    'file.zip-nested':
      '表格文件里还藏着另一个压缩包或工作簿（{entry}），没有读取。请用 Excel 或 WPS 打开，另存为 xlsx 后上传。',
    'file.zip-damaged': '文件已损坏或没有传完整。请用 Excel 或 WPS 打开核对，另存为 xlsx 后重新上传。',
    'file.xlsx-damaged': '工作簿的内容已损坏。请用 Excel 或 WPS 打开修复，另存为 xlsx 后重新上传。',
    'file.xls-damaged': '工作簿（xls）的内容已损坏。请用 Excel 或 WPS 打开修复，另存为 xlsx 后重新上传。',
    'file.no-sheet': '工作簿里没有工作表。请核对是不是选错了文件。',
    'file.csv-quote':
      'csv 第 {row} 行起双引号不成对，后面的列会错位。请在 Excel 里核对这一行，另存后重新上传。',
    'file.too-many-rows': '工作表“{sheet}”超过 {limit} 行。请按月份或工程分成几个文件上传。',
    'file.too-many-columns':
      '工作表“{sheet}”第 {row} 行超过 {limit} 列，不像一张名册或工资表。请删去多余的列；csv 请核对分隔符。',
    'file.too-many-cells':
      '工作表“{sheet}”到第 {row} 行已超过 {limit} 个单元格。请删去空列，或分成几个文件上传。',
    'file.cell-too-long': '工作表“{sheet}”第 {row} 行有单元格超过 {limit} 个字。请核对这一行。',
    'file.too-slow': '读这个文件用了超过 {seconds} 秒，已停下。请另存为 xlsx 或 csv，或分成几个文件上传。',
    'file.too-large-in-memory': '读这个文件需要的内存超过 {megabytes} MB，已停下。请分成几个文件上传。',
    'file.reader-crashed':
      '读这个文件时程序出错，文件没有导入。请把回执编号告诉管理员；也可以另存为 xlsx 后再试。',
    'file.xml-doctype':
      'XML 里有 DOCTYPE 或实体声明，为了安全不读取。请让银行导出不带 DOCTYPE 的 camt 文件。',
    'file.xml-too-big': 'XML 有 {megabytes} MB，超过上限 {limitMegabytes} MB。请让银行按天或按月分开导出。',
    'file.xml-damaged': 'XML 第 {line} 行有错，读不下去。请从网银重新下载后再上传，不要用文本编辑器改它。',
  },
  en: {
    'file.empty': 'The file is empty. Open the original, save it and upload it again.',
    'file.nul-bytes':
      'The file contains NUL bytes and is most likely damaged. Export it again and upload that.',
    'file.binary':
      'This kind of file is not known. Upload xlsx, xls, csv, an ATTLOG text of an attendance device, or ' +
      'camt.053 / camt.054 of a bank.',
    'file.encrypted':
      'The file is locked with a password. Remove it in Excel or WPS, save, and upload the file again.',
    'file.pdf': 'This is a PDF and cannot be read as a table. Upload its spreadsheet (xlsx, xls or csv).',
    'file.image':
      'This is a picture and cannot be read as a table. Upload the spreadsheet (xlsx, xls or csv).',
    'file.archive': 'This is an archive. Unpack it and upload the files inside.',
    'file.word': 'This is a Word document. Copy the table into Excel, save it as xlsx and upload that.',
    'file.powerpoint': 'This is a presentation. Copy the table into Excel, save it as xlsx and upload that.',
    'file.ods': 'This is an ODS spreadsheet. Save it as xlsx and upload that.',
    'file.xlsb': 'This is a binary workbook (xlsb). Save it as xlsx in Excel and upload that.',
    'file.xls-old': 'This workbook is from Excel 95 or older. Save it as xlsx and upload that.',
    'file.html':
      'The file holds a web page, not a spreadsheet (some systems export that). Open it in Excel or WPS, ' +
      'save it as xlsx and upload that.',
    'file.xml-spreadsheet': 'This is an XML spreadsheet of Excel 2003. Save it as xlsx and upload that.',
    'file.xml-unknown':
      'This is XML, but not camt.053 or camt.054. Check the file, or ask the bank for an ISO 20022 export.',
    'file.too-big':
      'The file has {megabytes} MB, more than the {limitMegabytes} MB allowed, and was not stored. Split ' +
      'it by month or project.',
    'file.encoding':
      'The text is neither UTF-8 nor GB18030; reading it anyway would spoil names. Save it as "CSV ' +
      'UTF-8" or xlsx and upload that.',
    'file.zip-bomb':
      'Unpacked, the file would be abnormally large; it was not read. Save it as xlsx in Excel or WPS; ' +
      'if there really is so much in it, split it.',
    'file.zip-nested':
      'The file hides another archive or workbook ({entry}); it was not read. Save it as xlsx in Excel ' +
      'or WPS and upload that.',
    'file.zip-damaged':
      'The file is damaged or was not uploaded completely. Open it in Excel or WPS, save it as xlsx and ' +
      'upload it again.',
    'file.xlsx-damaged':
      'The workbook is damaged. Repair it in Excel or WPS, save it as xlsx and upload it again.',
    'file.xls-damaged':
      'The workbook (xls) is damaged. Repair it in Excel or WPS, save it as xlsx and upload it again.',
    'file.no-sheet': 'The workbook has no worksheet. Check whether it is the right file.',
    'file.csv-quote':
      'From row {row} of the csv on the quotation marks do not pair, so columns would shift. Check that ' +
      'row in Excel, save and upload again.',
    'file.too-many-rows': 'Sheet "{sheet}" has more than {limit} rows. Split it by month or project.',
    'file.too-many-columns':
      'Sheet "{sheet}", row {row}, has more than {limit} columns and is hardly a roster or payroll. ' +
      'Delete the surplus columns; in a csv check the delimiter.',
    'file.too-many-cells':
      'Sheet "{sheet}" has more than {limit} cells by row {row}. Delete empty columns or split the file.',
    'file.cell-too-long':
      'Sheet "{sheet}", row {row}, has a cell of more than {limit} characters. Check that row.',
    'file.too-slow':
      'Reading the file took more than {seconds} seconds and was stopped. Save it as xlsx or csv, or ' +
      'split it.',
    'file.too-large-in-memory':
      'Reading the file took more than {megabytes} MB of memory and was stopped. Split the file.',
    'file.reader-crashed':
      'The program failed while reading the file; nothing was imported. Tell the administrator the ' +
      'receipt number, or try again with the file saved as xlsx.',
    'file.xml-doctype':
      'The XML has a DOCTYPE or entities and is not read, for safety. Ask the bank for a camt file ' +
      'without a DOCTYPE.',
    'file.xml-too-big':
      'The XML has {megabytes} MB, more than the {limitMegabytes} MB allowed. Ask the bank to export by ' +
      'day or month.',
    'file.xml-damaged':
      'Line {line} of the XML is wrong and it cannot be read on. Download it from the bank again and do ' +
      'not edit it.',
  },
})
