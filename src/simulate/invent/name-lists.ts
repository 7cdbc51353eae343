/** 姓 — common surnames, the commonest first. */
export const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚',
  ...'卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
]

/** 复姓 — surnames of two characters. */
export const compoundSurnames = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '夏侯',
  '皇甫',
  '尉迟',
  '令狐',
  '司徒',
  '慕容',
]

/** 名用字 — characters of given names by sex. */
export const givenCharacters = {
  male: [
    ...'伟强磊军勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林阳建国志文东海光荣福贵根生金水永庆富顺保全',
  ],
  female: [...'芳娜敏静丽艳娟霞秀英玲桂兰萍红梅琴云莲香凤珍翠菊燕春花雪蓉慧莉洁婷倩欣怡淑贞月娥素银巧改'],
}

/** 生僻字 — rare characters that occur in names; the last three lie outside the basic plane of Unicode. */
export const rareCharacters = [...'䶮㛃翾赑垚犇淼骉喆祎堃頔昉甯𬍛𬭎𫖯']

/** 少数民族姓名 — how names of a people are built, and where its people are at home. */
export interface Naming {
  readonly ethnicity: string
  /** Area prefixes. */
  readonly homes: readonly string[]
  readonly given: { readonly male: readonly string[]; readonly female: readonly string[] }
  readonly family: readonly string[]
  readonly order: 'given-first' | 'family-first'
  readonly joint: '·' | ''
}

export const minorityNamings: readonly Naming[] = [
  {
    ethnicity: '维吾尔族',
    homes: ['6530', '6531', '6532', '6529'],
    given: {
      male: ['买买提', '阿卜杜热合曼', '艾合买提', '吐尔逊', '玉素甫', '库尔班', '依明'],
      female: ['阿依古丽', '热依汗古丽', '帕提古丽', '古丽娜尔', '再娜甫', '阿米娜'],
    },
    family: ['吐尔逊', '阿卜杜克热木', '买买提明', '肉孜', '库尔班', '艾力', '萨迪克'],
    order: 'given-first',
    joint: '·',
  },
  {
    ethnicity: '藏族',
    homes: ['5401', '5402', '5133', '6325'],
    given: {
      male: ['扎西', '多吉', '丹增', '洛桑', '次仁', '索朗'],
      female: ['卓玛', '央金', '白玛', '德吉', '拉姆', '曲珍'],
    },
    family: ['次仁', '旺堆', '平措', '顿珠', '曲珍', '措姆'],
    order: 'given-first',
    joint: '',
  },
  {
    ethnicity: '彝族',
    homes: ['5134'],
    given: {
      male: ['木呷', '拉铁', '尔哈', '伍合', '子古', '日火'],
      female: ['阿呷', '尔西', '伍各', '莫色', '阿果', '子洛'],
    },
    family: ['吉克', '阿尔', '沙马', '吉木', '曲比', '阿苦', '俄木'],
    order: 'family-first',
    joint: '',
  },
]

/** 劳务输出地 — where many construction workers come from, the most frequent first; area prefixes. */
export const homeAreas = [
  ...['51', '41', '34', '52', '42', '43', '36', '50', '53', '62', '61', '45', '13', '37', '33', '14', '22'],
  ...['5134', '6531', '5133'],
]

/** 村名 — invented villages. */
export const villages = [
  ...['柳树沟', '石板桥', '白杨', '双井', '红星', '新民', '梨园', '前进', '大湾', '清水河', '团结', '黄泥坡'],
  ...['上河', '枣林', '望江', '凤凰', '青龙', '长岭', '桃源', '太平', '五里铺', '东岗', '槐树', '马家坪'],
]
