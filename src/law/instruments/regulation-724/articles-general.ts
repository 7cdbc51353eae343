import { gist } from '../../cite.ts'

/** 第一章至第三章 — arts. 1 to 22: duties of all employing units, forms and days of payment, who must pay. */
export const generalArticles = {
  1: gist(
    '立法目的：让农民工按时足额拿到工资。',
    'Purpose: wages of migrant workers are paid on time and in full.',
  ),
  2: gist(
    '农民工指给用人单位干活的农村居民；工资指干活后应得的报酬。没有年龄上限。',
    'Migrant workers are rural residents who work for a unit; wages are the pay due. No upper age.',
  ),
  3: gist(
    '按时足额领工资是农民工的权利，任何人不得拖欠。',
    'Workers have a right to full pay on time; nobody may withhold it.',
  ),
  4: gist(
    '县级以上地方政府对本地工资支付负责并接受考核；乡镇、街道排查调处矛盾。',
    'Governments from the county up answer for it and are appraised; townships settle disputes.',
  ),
  5: gist(
    '企业负主体责任，政府监管，社会监督，从源头预防。',
    'Employing units bear the duty, government supervises, society watches; prevention comes first.',
  ),
  6: gist(
    '用人单位实行实名制，并书面定明工资标准、支付时间和方式。',
    'Real-name management; wage rate, pay time and method fixed in writing or in lawful house rules.',
  ),
  7: gist(
    '人社牵头并查案；住建、交通、水利督办因违法发包、转包、挂靠、拖欠工程款引起的欠薪；发改、财政、公安各有职责。',
    'The labor authority leads; industry regulators take cases that come of unlawful contracting.',
  ),
  8: gist(
    '工会、共青团、妇联、残联等依各自职责帮助农民工。',
    'Unions and other mass organizations help workers to their wages.',
  ),
  9: gist('媒体宣传法律并监督欠薪行为。', 'The press explains the law and reports on arrears.'),
  10: gist(
    '被欠薪者可投诉、仲裁、起诉，任何人可举报；首问负责，不属本部门的要转送，并把结果告知当事人。',
    'Workers may complain, arbitrate, sue; the first office asked handles it or passes it on.',
  ),
  11: gist(
    '工资用货币，转账或现金，付给本人；不得用实物或有价证券抵。',
    'Wages are paid in money, by transfer or cash, to the worker in person; never in goods or securities.',
  ),
  12: gist(
    '按约定的周期和具体日期足额支付。',
    'Wages are paid in full by the agreed cycle and on the agreed date.',
  ),
  13: gist(
    '月、周、日、小时工资按相应周期支付；计件的周期依法约定。',
    'Monthly, weekly, daily and hourly wages are paid by that cycle; piece rates by lawful agreement.',
  ),
  14: gist(
    '支付日可在当期或下一期；遇休息日、节假日提前；不可抗力消除后及时补发。',
    'Pay date in the period worked or the next; on a day off it moves earlier, never later.',
  ),
  15: gist(
    '按支付周期编工资台账，记明法定各项，至少存3年；每次发工资给本人工资清单。',
    'A wage ledger with the listed items each cycle, kept 3 years; a pay slip at each payment.',
  ),
  16: gist('谁拖欠，谁清偿。', 'The employing unit that owes wages pays them.'),
  17: gist(
    '无合法经营资格的单位招工欠薪，依相关法律由该单位或出资人承担。',
    'Where an unlicensed unit hired the worker, the laws on such units say who pays.',
  ),
  18: gist(
    '用工单位使用个人、无资格或无派遣许可单位派来的农民工，欠薪由用工单位清偿，可追偿。',
    'A unit that uses workers sent by someone without a dispatch licence pays their wages, with recourse.',
  ),
  19: gist(
    '把活包给个人或无资格单位，依相关法律担责；出借名义经营的，由被借名的单位清偿。',
    'Work passed to an individual or unlicensed unit: liable by law; who lends its name pays.',
  ),
  20: gist(
    '合伙、个人独资、个体组织不清偿的，由出资人清偿。',
    'If a partnership or sole business does not pay, its investors do.',
  ),
  21: gist(
    '合并、分立前清偿；经农民工书面同意可由承继单位清偿。',
    'Arrears are paid before a merger or division, or by the successor if the workers agree in writing.',
  ),
  22: gist(
    '被吊销、关闭、解散的，注销前清偿；未清偿的主要出资人在办新单位前清偿。',
    'A unit that closes pays before deregistering; its main investors pay before registering a new one.',
  ),
}
