/** A story as the page should have it; drafts are made from it in the shapes that come. */
export interface Story {
  readonly kicker?: string;
  /** Line ends as `\n`. */
  readonly headline: string;
  readonly deck?: string;
  readonly names: readonly string[];
  readonly unit: string;
  readonly paragraphs: readonly string[];
  /** Crossheads by the paragraph that they stand above. */
  readonly crossheads?: Readonly<Record<number, string>>;
}

/** News of parks in our own words; people and places are those of the sample page. */
export const STORIES: readonly Story[] = [
  {
    kicker: '湘潭高新区：',
    headline: '政务大厅延时服务受企业欢迎',
    names: ['刘澜'],
    unit: '湘潭高新区管委会',
    paragraphs: [
      '6月16日傍晚6时，湘潭高新区政务服务大厅的灯还亮着。从本月起，大厅工作日延时一小时，周六上午照常开放，方便企业下班后来办事。',
      '据统计，延时服务开通两周来，窗口共受理企业开办、变更等业务128件，办结率为97%。',
      '园区负责人表示，下一步将把更多事项搬到网上，让企业少跑腿、好办事。',
    ],
  },
  {
    headline: '崇德科技新车间正式投产',
    names: ['马鸿雁'],
    unit: '崇德科技',
    paragraphs: [
      '日前，崇德科技新车间正式投产。车间占地12.5亩，安装自动化生产线3条，预计年新增产值1.2亿元。',
      '“以前一条线要20个人，现在6个人就够了。”车间主任一边巡检一边介绍，新设备让产品合格率提高到99.6%。',
    ],
  },
  {
    kicker: '湘潭经开区响水乡：',
    headline: '村民夜校开班\n田间课堂火热',
    names: ['李赛'],
    unit: '响水乡经济发展办',
    paragraphs: [
      '“蔬菜大棚怎样通风才不生病？”6月12日晚，湘潭经开区响水乡桂花村的夜校里，村民围着农技人员问个不停。',
      '今年以来，响水乡在各村开办夜校，请农技人员、企业师傅轮流上课，已开课23期，参加村民900余人次。',
      '村民说，夜校教的都是用得上的本领，大家学得起劲。',
    ],
  },
  {
    headline: '韶山高新区开展企业消防演练',
    names: ['赵苗'],
    unit: '韶山高新区安监局',
    paragraphs: [
      '6月10日，韶山高新区组织辖区15家企业开展消防演练。警报拉响后，员工用湿毛巾捂住口鼻，沿疏散通道有序撤离到安全地带。',
      '演练结束后，消防人员现场讲解了灭火器的使用方法，并对各企业的消防设施进行检查，发现隐患7处，已全部交办整改。',
    ],
  },
  {
    headline: '雨湖高新区推行“一企一策”服务',
    deck: '——上半年为企业解决用工用地难题46个',
    names: ['毛星'],
    unit: '雨湖高新区',
    paragraphs: [
      '近日，雨湖高新区的干部又一次走进车间，为企业送去用工、用地、融资等政策清单。',
      '今年以来，雨湖高新区推行“一企一策”服务，每家规模以上企业都有一名联络员，问题当天登记、三天答复、一周办结。',
      '截至目前，园区共收集问题52个，已解决46个，其余问题正在协调。',
    ],
  },
  {
    headline: '九华街道：小广场成了居民的会客厅',
    names: ['郭响玲', '周海康'],
    unit: '九华街道',
    paragraphs: [
      '傍晚时分，湘潭经开区九华街道船形山社区的小广场热闹起来，老人下棋，孩子骑车，居民坐在长椅上拉家常。',
      '这里原来是一块堆放杂物的空地。去年冬天，社区听取居民意见，清走垃圾、铺上地砖、种上桂花树，还添置了8盏路灯。',
    ],
  },
  {
    kicker: '服务送上门 政策讲到位',
    headline: '湘乡经开区为企业办好开年实事',
    names: ['樊洛'],
    unit: '湘乡经开区',
    paragraphs: [
      '年初以来，湘乡经开区把政策宣讲会开到车间里，税务、人社、金融部门的工作人员当面解答企业疑问。',
      '宣讲结束后，园区还收集到企业建议31条，涉及道路照明、公交线路、员工住宿等方面，逐条明确了责任单位和完成时限。',
    ],
  },
  {
    headline: '湘潭经开区优化企业用电服务',
    names: ['何蔚'],
    unit: '湘潭经开区产业发展局',
    paragraphs: [
      '入夏以来，湘潭经开区会同供电部门上门为企业检查线路，提前排查用电隐患，保障生产平稳运行。',
      '工作人员先后走访企业62家，更换老化线路1800米，指导企业错峰生产，每月可节约电费约15万元。',
      '企业负责人说，线路稳了，订单就能按时交付。',
    ],
  },
  {
    headline: '架起连心桥 走好服务路',
    deck: '湘潭经开区“亲商优商企业接待日”见闻',
    names: ['黎涛', '王墨'],
    unit: '湘潭经开区',
    paragraphs: [
      '每月9日，是湘潭经开区的企业接待日。6月9日一早，会议室里就坐满了企业代表。',
      '“厂门口的公交站能不能往前挪两百米？”一位企业负责人率先提问。交通部门当场答复，两周内完成选址并动工。',
      '一上午，大家提出问题11个，现场解决6个，其余5个都写进了台账，定了时间。',
      '接待日开办以来，像这样面对面的会已开了6期，企业的满意度一期比一期高。',
    ],
    crossheads: { 1: '问题摆上桌面', 3: '答复不过夜' },
  },
  {
    headline: '天易中学校园绿化工程完工',
    names: ['张斌'],
    unit: '湘潭县教育局',
    paragraphs: [
      '6月14日，天易中学校园绿化工程全面完工，共栽种乔木600株，铺设草坪1.8万平方米。',
      '学校将于今年9月开学，届时师生可以在林荫道上读书、在草坪边上自然课。',
    ],
  },
  {
    kicker: '昭山示范区：',
    headline: '22公里绿道全线贯通',
    names: ['周海康'],
    unit: '湘潭昭山示范区',
    paragraphs: [
      '日前，湘潭昭山示范区绿道全线贯通，全长22公里，沿途设驿站5处，市民可以骑行穿过山林、湖泊和村庄。',
      '绿道建设坚持少占地、少砍树，利用原有的机耕道和河堤铺设，节约投资近千万元。',
    ],
  },
  {
    headline: '技师学院与企业共建实训车间',
    names: ['马鸿雁', '刘澜'],
    unit: '湘潭技师学院',
    paragraphs: [
      '6月8日，湘潭技师学院与湘潭高新区5家企业签约，共建实训车间。学生每学期有六周在企业跟师傅学习。',
      '学院负责人介绍，课程由学院和企业一起定，师傅评分占一半，毕业前人人都要过岗位关。',
      '企业则可以提前挑选人才。首批120名学生将于9月进厂。',
    ],
  },
];

/** A story by its place in the list. */
export function storyAt(index: number): Story {
  const story = STORIES[index % STORIES.length];
  if (story === undefined) throw new Error('the corpus has no stories');
  return story;
}
