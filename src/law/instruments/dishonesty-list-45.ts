import { gist, type Instrument } from '../cite.ts'
import { day } from '../day.ts'

/** 拖欠农民工工资失信联合惩戒对象名单管理暂行办法 — listing and delisting. */
export const dishonestyList45: Instrument = {
  key: 'dishonesty-list-45',
  title: {
    zh: '拖欠农民工工资失信联合惩戒对象名单管理暂行办法',
    en: 'Interim Measures on the Dishonesty List for Wage Arrears',
  },
  number: '人社部令第45号',
  coveredFrom: day('2022-01-01'),
  status: 'confirmed',
  about: {
    zh: '规定失信名单的列入、公布、移出。',
    en: 'How units and persons are put on, shown on and taken off the list.',
  },
  articles: {
    5: gist(
      '达到拒不支付劳动报酬罪数额或引发恶劣群体、极端事件，且经责令限期支付仍未付的，应当列入。',
      'Listed for a sum as of the crime or a grave incident, once an order to pay failed.',
    ),
    6: gist(
      '列入前告知事由、依据和权利，5个工作日内可异议，人社5个工作日内核实答复。',
      'Told beforehand; objection within 5 working days, answered within 5.',
    ),
    7: gist(
      '决定前改正并作信用承诺的，可以不列入。',
      'Who corrects and pledges before the decision may be left off.',
    ),
    8: gist(
      '责令期限届满20个工作日内决定，复杂的可再延20个；决定书载明事由、依据、移出条件和救济。',
      'Decided within 20 working days of the ordered end, 20 more if complex.',
    ),
    9: gist('在网站公布。', 'Published on the website.'),
    10: gist(
      '共享到信用平台，八个方面联合惩戒。',
      'Shared with the credit platform; limits in eight fields.',
    ),
    11: gist('期限三年，自决定之日起算。', 'Three years from the decision.'),
    12: gist(
      '改正、自改正起满6个月、书面承诺，可申请提前移出。',
      'Early delisting: corrected, six full months, a pledge.',
    ),
    13: gist(
      '列入期间再欠、刑事程序未了或已担刑责等，不得提前移出。',
      'No early delisting with new arrears or criminal proceedings.',
    ),
    14: gist('收到申请15个工作日内核实决定。', 'Decided within 15 working days of the application.'),
    15: gist(
      '故意隐瞒、提供虚假材料且情节严重的，恢复列入并重新计期。',
      'Serious deceit restores the listing and its term.',
    ),
    16: gist('责令支付文书被撤销的，列入决定随之撤销。', 'If the order to pay falls, so does the listing.'),
    17: gist(
      '期满、移出或撤销后10个工作日内移出并停止公示。',
      'Taken off within 10 working days of expiry, delisting or revocation.',
    ),
    18: gist('可复议、诉讼。', 'Reconsideration and suit are open.'),
  },
}
