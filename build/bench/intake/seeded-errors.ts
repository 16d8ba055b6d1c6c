import type { ProofTextKind } from '#engine/proofreading/proof-text.ts';

/**
 * An error planted in clean text. `[wrong=>right]` in the words stands for what is wrong and what
 * should stand there; the second half may be empty, and so may the first, where something lacks.
 */
export interface SeededError {
  readonly rule: string;
  readonly kind: ProofTextKind;
  readonly words: string;
  /** Other texts of the same article that the rule needs. */
  readonly beside: readonly { readonly kind: ProofTextKind; readonly words: string }[];
}

/** Errors by rule, each in a sentence of its own that is added to a clean paragraph. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  'repeated-words': [
    '园区要[进一步进一步=>进一步]优化服务。',
    '企业[负责人负责人=>负责人]表示满意。',
    '这是园区[的的=>的]优势所在。',
    '会议由湘潭经开区[主要领导主要领导=>主要领导]主持。',
    '各部门要[加强加强=>加强]配合。',
    '活动受到[群众群众=>群众]欢迎。',
    '[湘潭高新区湘潭高新区=>湘潭高新区]召开会议。',
    '产品质量[和和=>和]交货时间都有保证。',
  ],
  'repeated-in-list': [
    '开展“送政策”“送服务”[“送政策”=>“送岗位”]活动。',
    '重点排查厂房、仓库、[厂房=>宿舍]的隐患。',
    '提供融资、物流、用工、[物流=>用电]服务。',
    '会上，住建局、教育局、[住建局=>环保局]负责人作了发言。',
    '打造“书香园区”“平安园区”[“书香园区”=>“绿色园区”]。',
  ],
  'list-count': [
    '围绕“我爱学”“我爱讲”“我爱写”的“[四=>三]爱”主题开展活动。',
    '以产业赋能、创新赋能、效率赋能“[四=>三]项赋能”为抓手。',
    '主导产业集聚度、单位能耗降低、污染物排放削减[四=>三]个指标稳步提高。',
    '来自教育局、住建局、环保局、交通局等[3=>4]家单位参加。',
    '“我为群众办实事”“我为基层优服务”“我为乡村助帮扶”“我是志愿者我来帮”的“[四=>三]为一帮”活动启动。',
    '做到规划定位好、创新平台好、产业项目好、体制机制好“[五=>四]好园区”。',
    '要抓好[三=>两]个方面的工作：一是完善制度，二是强化检查。',
    '会议部署了[4=>3]项任务：一是抓学习；二是抓整改；三是抓落实。',
    '装备制造、食品医药、新材料[四=>三]大产业加快集聚。',
  ],
  'ordinal-gap': [
    '一是统一思想，二是明确责任，[四是=>三是]狠抓落实。',
    '一是抓排查；[三是=>二是]抓整改。',
    '第一，摸清底数；第二，建立台账；[第四=>第三]，逐项销号。',
  ],
  'part-exceeds-whole': [
    '园区共引进企业118家，其中规模以上企业[173=>73]家。',
    '共收集问题87个，其中已办结[97=>79]个。',
    '全年招工1200人，其中本地员工[1500=>500]人。',
  ],
  'unpaired-mark': [
    '园区开展[“=>]优服务活动。',
    '园区推行“一窗受理[=>”]模式。',
    '企业（含外资企业[=>）]均可申报。',
    '会议传达了《安全生产法[=>》]的有关内容。',
    '这是“亲商优商[=>”]的具体做法。',
    '受到群众欢迎[”=>]。',
    '经开区（高新区[=>）]要做好表率。',
  ],
  'misnested-mark': [
    '他谈到“优服务（送政策[”）=>）”]的做法。',
    '会议学习了《安全生产条例（修订[》）=>）》]全文。',
  ],
  'nested-quotes': [
    '他说：“这就是我们的[“试金石”=>‘试金石’]。”',
    '“要把[“放管服”=>‘放管服’]改革推向深入。”他说。',
    '“园区是[“晴雨表”=>‘晴雨表’]，也是样板。”他说。',
  ],
  'half-width-mark': [
    '园区位置好[,=>，]交通便利。',
    '服务热线[:=>：]0731-55512300。',
    '效果怎么样[?=>？]企业最有发言权。',
    '园区[(=>（]含辖区企业）要落实责任。',
    '任务明[;=>；]底子清。',
    '路通了[!=>！]村民们都很高兴。',
    '工作取得成效[.=>。]',
    '（李灿晖 摄[)=>）]。',
  ],
  'straight-quote': ['推行["=>“]一窗受理”模式。', '“放管服["=>”]改革深入推进。'],
  'doubled-mark': [
    '园区环境整洁[，，=>，]秩序良好。',
    '项目进展顺利[。。=>。]',
    '水、电、[、=>]路、气都已接通。',
    '完成全部工程[，。=>。]',
    '问题已经解决[。，=>。]企业很满意。',
    '措施要实[；；=>；]责任要清。',
    '会议强调[：：=>：]安全第一。',
  ],
  'enumeration-between-quotes': [
    '“白名单”[、=>]“红名单”制度同步推行。',
    '《安全生产法》[、=>]《消防法》相继施行。',
    '开展“请进来”[、=>]“走出去”活动。',
    '落实“十个一”[、=>]“六个到位”要求。',
  ],
  'mark-before-deng': [
    '清理楼道、水沟、绿地[、=>]等处的杂物。',
    '提供融资、用工、物流[、=>]等服务。',
    '走访企业、学校、社区[、=>]等地。',
  ],
  'comma-after-deng': [
    '教育局、住建局、环保局等[，=>]5家单位参加。',
    '融资、用工、物流等[、=>]三个方面的难题得到解决。',
  ],
  'stop-and-quote': [
    '他说：“路通了，日子也好过了[”。=>。”]',
    '负责人表示：“我们一定把服务做到企业心坎上[”。=>。”]',
    '党史学习教育是检验成效的“试金石[。”=>”。]',
    '“这样的服务让人放心[。”。=>。”]',
    '“企业有所需，园区有所应[。”，=>”，]这是园区的承诺。',
    '“真是帮了大忙[！”。=>！”]',
  ],
  'colon-nesting': [
    '会议强调：要做好以下工作[：=>，]摸清底数、落实责任。',
    '园区提出：目标只有一个[：=>，]让企业满意。',
  ],
  'ellipsis-and-deng': ['融资、用工、物流[……=>]等难题得到解决。', '有电工、焊工、钳工等[……=>]。'],
  'ellipsis-form': [
    '他想了想[。。。=>……]又点了点头。',
    '“路真好走[...=>……]”村民说。',
    '说到往事[…=>……]他停了下来。',
  ],
  'dash-form': ['园区的宗旨[--=>——]服务企业。', '这条路[---=>——]村民的致富路通车了。'],
  'range-mark': [
    '每天接待[30-50=>30～50]人次。',
    '工期为[3-5=>3～5]年。',
    '气温在[15~20=>15～20]℃。',
    '园区在[2019-2021=>2019—2021]年建成。',
    '服务时间为[8时-17时=>8时—17时]。',
  ],
  'interval-dot': ['学习卡尔[.=>·]马克思的著作。'],
  'ordinal-mark': [
    '[第一、=>第一，]要统一思想。',
    '工作要求如下：[其一、=>其一，]摸清底数。',
    '会议提出三点要求。[首先、=>首先，]要提高认识。',
  ],
  'space-in-text': [
    '园区 [ =>]召开会议。',
    '企业负责人[ =>]表示满意。',
    '会议要求，[ =>]各部门要抓好落实。',
  ],
  'full-width-figure': [
    '园区有[１２６=>126]家企业。',
    '产能利用率达[９５=>95]%。',
    '引进[ＣＴ=>CT]设备。',
  ],
  'mixed-numerals': [
    '招工[3千=>3000]人。',
    '发放资料[5百=>500]份。',
    '捐书[2千=>2000]册。',
    '走访[十5=>15]家企业。',
  ],
  'mixed-date': [
    '会议定于[2021年六月十五日=>2021年6月15日]召开。',
    '项目于[二〇二〇年10月=>2020年10月]动工。',
    '[6月十五日=>6月15日]，会议召开。',
    '[六月15日=>6月15日]，活动举行。',
  ],
  'month-fen': [
    '项目于2021年3月[份=>]开工。',
    '2020年12月[份=>]，园区挂牌。',
    '到2022年6月[份=>]全部建成。',
  ],
  'padded-date': [
    '[06=>6]月15日，会议召开。',
    '6月[05=>5]日，活动举行。',
    '2021年[04=>4]月，项目开工。',
  ],
  'approximate-number': [
    '走访了[三、四=>三四]家企业。',
    '用了[7、8=>七八]天时间。',
    '来了[10几=>十几]个人。',
    '现场有[五、六=>五六]十名工人。',
  ],
  'approximate-twice': [
    '大约有30名员工[左右=>]参加。',
    '占地约200亩[左右=>]。',
    '近30[余=>]名党员参加。',
    '产值超过3亿元[以上=>]。',
  ],
  'percent-range': [
    '增长[10=>10%]～15%。',
    '投资[3=>3万]～5万元。',
    '产值达[8=>8亿]～10亿元。',
    '税收增长[5=>5%]—8%。',
  ],
  'percent-words': ['增长[百分之15=>15%]。', '达到[百分之98.5=>98.5%]。'],
  'unit-symbol': [
    '重达50[KG=>kg]。',
    '全长12[公分=>厘米]。',
    '绿化3000[平方=>平方米]。',
    '距离市区15[KM=>km]。',
    '用电200[千瓦小时=>千瓦时]。',
    '挖土500[立方=>立方米]。',
  ],
  'two-form': [
    '引进[二=>两]家企业。',
    '建成[二=>两]个车间。',
    '打通[二=>两]条道路。',
    '完成[二=>两]项任务。',
  ],
  'fewer-times': [
    '成本[降低了2倍=>降低了一半]。',
    '用工[减少3倍=>减少三成]。',
    '能耗[下降一倍=>下降一半]。',
  ],
  decade: ['园区始建于[90年代=>20世纪90年代]。', '他在[八十年代=>20世纪80年代]参加工作。'],
  'impossible-date': [
    '会议于[2月30日=>2月28日]召开。',
    '[13月=>12月]份完工。',
    '[6月31日=>6月30日]竣工。',
    '上午[9时75分=>9时15分]开始。',
    '[2021年2月29日=>2021年2月28日]签约。',
  ],
  weekday: [
    '6月15日（星期[三=>二]），会议召开。',
    '6月18日，星期[四=>五]，活动举行。',
    '2021年6月11日（周[六=>五]）开工。',
  ],
  'date-after-issue': [
    '[6月25日=>6月15日]，园区召开了总结会。',
    '[7月3日=>6月3日]，园区举行了签约仪式。',
    '[2021年12月1日=>2020年12月1日]，园区挂牌。',
  ],
  'vague-date': [
    '[日前=>6月15日]，园区举行签约仪式。',
    '[近日=>6月15日]，园区召开会议。',
    '[前不久=>今年5月]，企业顺利投产。',
    '[近期=>6月]，园区组织了培训。',
  ],
  'phone-number': [
    '服务热线：[0731-5551230012=>0731-55512300]。',
    '联系电话：[0731-155512=>0731-55512300]。',
    '咨询电话[139123456=>0731-55512300]。',
  ],
  'phone-area-code': [
    '联系电话：[55512300=>0731-55512300]。',
    '监督热线：[58221120=>0731-58221120]。',
  ],
  'de-particle': [
    '园区不断[的=>地]完善配套设施。',
    '大家积极[的=>地]参与了活动。',
    '取得显著[地=>的]成效。',
    '服务做[的=>得]很好。',
    '各项工作逐步[的=>地]推进。',
    '工作取[的=>得]成效。',
    '员工认真[的=>地]学习了文件。',
  ],
  'no-end-mark': ['园区公交专线开通后，村民出行更加方便，大家看到公交车驶入村[里，=>里。]'],
};

/** Pairs that are not in the shipped list and were written without looking at it. */
export const UNLISTED_WORDS: readonly string[] = [
  '园区环境优[没=>美]。',
  '企业用[公=>工]难题得到解决。',
  '会议由主任主[池=>持]。',
  '大力发展实体[京=>经]济。',
  '加快[新=>兴]建标准厂房。',
  '群众满意[渡=>度]不断提升。',
  '坚持[良=>量]力而行。',
  '深化[该=>改]革开放。',
  '完善应[及=>急]预案。',
  '加大宣传[利=>力]度。',
  '主动[棒=>帮]助企业。',
  '严[歌=>格]落实责任。',
];

/** Errors that show only beside other texts. */
const BESIDE: readonly SeededError[] = [
  ...['22', '126', '8.6', '2000'].map((figure) => ({
    rule: 'headline-figure',
    kind: 'headline' as const,
    words: `[${figure}=>318]家企业落户园区`,
    beside: [{ kind: 'paragraph' as const, words: '截至5月底，园区共引进企业318家。' }],
  })),
  ...['雨湖高新区', '韶山高新区', '湘乡经开区'].map((park) => ({
    rule: 'headline-name',
    kind: 'headline' as const,
    words: `[${park}=>湘潭经开区]优化营商环境`,
    beside: [{ kind: 'paragraph' as const, words: '湘潭经开区出台措施，帮助企业解决困难。' }],
  })),
  ...['天易中学', '九华街道', '韶山高新区'].map((name) => ({
    rule: 'caption-name',
    kind: 'caption' as const,
    words: `图为[${name}=>湘潭经开区]举行活动。`,
    beside: [{ kind: 'paragraph' as const, words: '6月15日，湘潭经开区举行开放日活动。' }],
  })),
  ...[
    ['湘谭高新区', '湘潭高新区'],
    ['照山示范区', '昭山示范区'],
    ['韵山高新区', '韶山高新区'],
    ['雨胡高新区', '雨湖高新区'],
    ['九桦街道', '九华街道'],
    ['天宜中学', '天易中学'],
  ].map(([wrong = '', right = '']) => ({
    rule: 'name-spelling',
    kind: 'paragraph' as const,
    words: `活动在[${wrong}=>${right}]举行。`,
    beside: [{ kind: 'paragraph' as const, words: `${right}召开会议。会后，${right}组织了学习。` }],
  })),
  ...[
    ['刘雷', '刘磊'],
    ['王默', '王墨'],
    ['何薇', '何蔚'],
    ['张彬', '张斌'],
    ['马鸿燕', '马鸿雁'],
    ['李灿辉', '李灿晖'],
    ['郭响铃', '郭响玲'],
  ].map(([wrong = '', right = '']) => ({
    rule: 'name-spelling',
    kind: 'paragraph' as const,
    words: `“我们很满意。”经理[${wrong}=>${right}]说。`,
    beside: [
      {
        kind: 'paragraph' as const,
        words: `招聘经理${right}表示，经理${right}在现场接待了求职者。`,
      },
    ],
  })),
  ...['华菱线缆', '金杯电工'].map((short) => ({
    rule: 'short-before-full',
    kind: 'paragraph' as const,
    words: `[湖南${short}=>湖南${short}股份有限公司]的车间一片繁忙。`,
    beside: [{ kind: 'paragraph' as const, words: `这家企业的全称为湖南${short}股份有限公司。` }],
  })),
  ...[
    '园区主要领导召集相关部门集中协调解决企业发展中遇到的困难和问题。',
    '确保各项工作准备到位、督促到位、配合到位、落实到位，为师生出行提供便利。',
    '将社区治理与高等教育有机结合，探索基层治理新模式。',
  ].map((sentence) => ({
    rule: 'repeated-sentence',
    kind: 'paragraph' as const,
    words: `会议要求，[${sentence}=>按计划推进。]`,
    beside: [{ kind: 'paragraph' as const, words: `今年以来，${sentence}` }],
  })),
  ...[
    ['园区召开会议部署安全工作[。=>]', 'headline-end-mark'],
    ['湘潭经开区优化环境[，=>]', 'headline-end-mark'],
  ].map(([words = '', rule = '']) => ({ rule, kind: 'headline' as const, words, beside: [] })),
  ...['，', '。', '、'].map((mark) => ({
    rule: 'mark-at-start',
    kind: 'paragraph' as const,
    words: `[${mark}=>]园区环境整洁，秩序良好，企业满意。`,
    beside: [],
  })),
];

/** What is planted into the running text: a stretch of it, and what is put in its place. */
interface Planting {
  readonly rule: string;
  readonly found: RegExp;
  readonly wrong: string;
}

const PLANTINGS: readonly Planting[] = [
  { rule: 'half-width-mark', found: /(?<=\p{Script=Han})，(?=\p{Script=Han})/u, wrong: ',' },
  { rule: 'doubled-mark', found: /(?<=\p{Script=Han})，(?=\p{Script=Han})/u, wrong: '，，' },
  { rule: 'unpaired-mark', found: /”/u, wrong: '' },
  { rule: 'doubled-mark', found: /、(?=\p{Script=Han})/u, wrong: '、，' },
];

/**
 * All seeded errors: the sentences, each behind a clean paragraph; those beside other texts; and
 * errors planted in the clean paragraphs themselves, among them every wrong word of the shipped
 * list whose right word stands there. Nothing is left to chance: the same list each time.
 */
export function seededErrors(
  paragraphs: readonly string[],
  confusions: Readonly<Record<string, string>>,
): readonly SeededError[] {
  const hosts = paragraphs.filter((words) => !words.includes('本报讯') && /。$/u.test(words));
  let next = 0;
  const hosted = ([rule, sentences]: readonly [string, readonly string[]]) =>
    sentences.map((sentence): SeededError => {
      next += 1;
      const host = hosts[next % hosts.length] ?? '';
      return { rule, kind: 'paragraph', words: host + sentence, beside: [] };
    });
  return [
    ...Object.entries(SENTENCES).flatMap(hosted),
    ...BESIDE,
    ...hosts.flatMap((words) => PLANTINGS.flatMap((planting) => planted(words, planting))),
    ...Object.entries(confusions).flatMap(([wrong, right]) => {
      const host = hosts.find((words) => words.includes(right));
      const found = new RegExp(right, 'u');
      return host === undefined ? [] : planted(host, { rule: 'confused-word', found, wrong });
    }),
  ];
}

function planted(words: string, { rule, found, wrong }: Planting): readonly SeededError[] {
  const place = found.exec(words);
  if (place === null) return [];
  const end = place.index + place[0].length;
  const marked = `${words.slice(0, place.index)}[${wrong}=>${place[0]}]${words.slice(end)}`;
  return [{ rule, kind: 'paragraph', words: marked, beside: [] }];
}

/** The words with the error, where it stands, and the words without it. */
export function readSeed(words: string): {
  readonly wrong: string;
  readonly clean: string;
  readonly start: number;
  readonly end: number;
} {
  const found = /\[([^=\]]*)=>([^\]]*)\]/u.exec(words);
  if (found === null) return { wrong: words, clean: words, start: 0, end: 0 };
  const [marked, wrong = '', right = ''] = found;
  const before = words.slice(0, found.index);
  const after = words.slice(found.index + marked.length);
  return {
    wrong: before + wrong + after,
    clean: before + right + after,
    start: found.index,
    end: found.index + wrong.length,
  };
}
