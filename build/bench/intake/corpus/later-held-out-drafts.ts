import { type DraftCase, fileCase, keyOf, paragraph, textCase } from './draft-case.ts';

const NONE = { kicker: undefined, deck: undefined, names: [], leadIn: '' };

/**
 * A second row of drafts written after the rules had learnt from the first. Their first reading is
 * told in docs/decisions/0019 too.
 */
export function laterHeldOutDrafts(): readonly DraftCase[] {
  return [
    ...reports(),
    ...reportsWithKicker(),
    ...letters(),
    ...bundles(),
    ...briefs(),
    ...picturesAndPartners(),
    ...filesWithLooks(),
  ];
}

function reports(): readonly DraftCase[] {
  return [
    textCase(
      'meeting report with orders in one paragraph each',
      `昭山示范区部署夏季防溺水工作
本报讯 （通讯员 周海康） 6月13日,湘潭昭山示范区召开防溺水工作会议,对暑期前后重点水域巡查作出安排.
会议要求，一要守住水边，每个塘口都有人管；二要守住校门，每个班级都上一课；三要守住家门，每个家长都签责任书。
会上还通报了前5个月的巡查情况：共巡查1200人次，劝离戏水少年43人。`,
      keyOf([
        {
          ...NONE,
          headline: '昭山示范区部署夏季防溺水工作',
          names: ['周海康'],
          leadIn: '本报讯',
          paragraphs: [
            '本报讯（通讯员 周海康）6月13日，湘潭昭山示范区召开防溺水工作会议，对暑期前后重点水域巡查作出安排。',
            '会议要求，一要守住水边，每个塘口都有人管；二要守住校门，每个班级都上一课；三要守住家门，每个家长都签责任书。',
            '会上还通报了前5个月的巡查情况：共巡查1200人次，劝离戏水少年43人。',
          ],
        },
      ]),
    ),
    textCase(
      'feature with an editor’s note and crossheads',
      `把“问号”拉直成“感叹号”
——湘潭经开区服务企业侧记
本报通讯员 何蔚

“这个字一签，我们的项目就能提前两个月开工了！”6月11日，拿到施工许可证的企业负责人连声道谢。

跑出来的加速度

湘潭经开区组建帮办队伍，材料不齐先受理，边办边补。今年前5个月，帮办项目27个，平均少跑4趟。

问出来的好办法

每周三下午，帮办员带着本子进厂，问三句话：缺什么？急什么？怕什么？问来的事，当晚就列进清单。

“服务没有终点。”园区负责人说。`,
      keyOf([
        {
          ...NONE,
          headline: '把“问号”拉直成“感叹号”',
          deck: '——湘潭经开区服务企业侧记',
          names: ['何蔚'],
          paragraphs: [
            '本报通讯员 何蔚',
            '“这个字一签，我们的项目就能提前两个月开工了！”6月11日，拿到施工许可证的企业负责人连声道谢。',
            '# 跑出来的加速度',
            '湘潭经开区组建帮办队伍，材料不齐先受理，边办边补。今年前5个月，帮办项目27个，平均少跑4趟。',
            '# 问出来的好办法',
            '每周三下午，帮办员带着本子进厂，问三句话：缺什么？急什么？怕什么？问来的事，当晚就列进清单。',
            '“服务没有终点。”园区负责人说。',
          ],
        },
      ]),
    ),
  ];
}

function reportsWithKicker(): readonly DraftCase[] {
  return [
    textCase(
      'kicker and headline, byline with house below',
      `小夜校 大课堂
桂花村夜校办到村民心坎上

本报讯（通讯员 李赛 记者 李灿晖）晚上七点半,桂花村夜校的灯准时亮起.
村民说:"白天干活,晚上充电,日子越过越有劲."
（作者单位：响水乡人民政府）`,
      keyOf([
        {
          ...NONE,
          kicker: '小夜校　大课堂',
          headline: '桂花村夜校办到村民心坎上',
          names: ['李赛', '李灿晖'],
          leadIn: '本报讯',
          paragraphs: [
            '本报讯（通讯员 李赛 记者 李灿晖）晚上七点半，桂花村夜校的灯准时亮起。',
            '村民说：“白天干活，晚上充电，日子越过越有劲。”',
            '（作者单位：响水乡人民政府）',
          ],
        },
      ]),
    ),
  ];
}

function letters(): readonly DraftCase[] {
  return [
    textCase(
      'letter with polite words on both ends',
      `王编辑：
您好！
附上我区近期一篇动态稿，不当之处请斧正，谢谢！

岳塘经开区商贸夜市开街

6月12日晚，岳塘经开区商贸夜市正式开街。夜市设摊位160个，周边商户延长营业到夜里11时。
开街首日，客流超过2万人次。

                                    樊洛
                                岳塘经开区宣传办
                                 2021.6.13
                                 手机：13800000000`,
      keyOf([
        {
          ...NONE,
          headline: '岳塘经开区商贸夜市开街',
          names: ['樊洛'],
          paragraphs: [
            '6月12日晚，岳塘经开区商贸夜市正式开街。夜市设摊位160个，周边商户延长营业到夜里11时。',
            '开街首日，客流超过2万人次。',
          ],
        },
      ]),
    ),
    textCase(
      'official account with a picture credit and rules',
      `湘乡经开区：电子厂里练兵忙
湘乡经开区 6天前
以下文章来源于湘乡园区发布
近日，湘乡经开区一家电子企业举办技能比武，120名员工同台较量焊接、装配、检测三个项目。
比武现场
“平时练得多，上场才不慌。”获得第一名的员工说。
图文 | 樊洛
编辑 | 张斌
审核 | 黎涛
分享、点赞、在看`,
      keyOf([
        {
          ...NONE,
          kicker: '湘乡经开区：',
          headline: '电子厂里练兵忙',
          names: ['樊洛'],
          paragraphs: [
            '近日，湘乡经开区一家电子企业举办技能比武，120名员工同台较量焊接、装配、检测三个项目。',
            '# 比武现场',
            '“平时练得多，上场才不慌。”获得第一名的员工说。',
            '图文 | 樊洛',
          ],
        },
      ]),
    ),
  ];
}

function bundles(): readonly DraftCase[] {
  return [
    textCase(
      'weekly bundle with a dated standing head',
      `园区一周
（6月7日—6月13日）

雨湖高新区 开展用电安全检查
本报讯(通讯员 毛星)6月8日,雨湖高新区检查企业配电房32处,现场整改隐患9处.

天易经开区 举办招聘会
本报讯(通讯员 张斌)6月10日,天易经开区举办招聘会,86家企业提供岗位2100个.`,
      keyOf(
        [
          {
            ...NONE,
            headline: '雨湖高新区\n开展用电安全检查',
            names: ['毛星'],
            leadIn: '本报讯',
            paragraphs: [
              '本报讯（通讯员 毛星）6月8日，雨湖高新区检查企业配电房32处，现场整改隐患9处。',
            ],
          },
          {
            ...NONE,
            headline: '天易经开区\n举办招聘会',
            names: ['张斌'],
            leadIn: '本报讯',
            paragraphs: [
              '本报讯（通讯员 张斌）6月10日，天易经开区举办招聘会，86家企业提供岗位2100个。',
            ],
          },
        ],
        { groups: [{ standingHead: '园区一周', members: [0, 1] }] },
      ),
    ),
  ];
}

function briefs(): readonly DraftCase[] {
  const dynamic = (kicker: string, headline: string, name: string, text: string) => ({
    ...NONE,
    kicker,
    headline,
    names: [name],
    leadIn: '本报讯',
    paragraphs: [`本报讯（通讯员 ${name}）${text}`],
  });
  return [
    textCase(
      'briefs with the kicker on a line of its own',
      `园区动态

湘潭高新区：
新增高新技术企业8家
本报讯（通讯员 刘澜）今年前5个月，湘潭高新区新增高新技术企业8家。

韶山高新区：
夜间巡查护平安
本报讯（通讯员 赵苗）连日来，韶山高新区组织夜间巡查，守护厂区平安。`,
      keyOf(
        [
          dynamic(
            '湘潭高新区：',
            '新增高新技术企业8家',
            '刘澜',
            '今年前5个月，湘潭高新区新增高新技术企业8家。',
          ),
          dynamic(
            '韶山高新区：',
            '夜间巡查护平安',
            '赵苗',
            '连日来，韶山高新区组织夜间巡查，守护厂区平安。',
          ),
        ],
        { groups: [{ standingHead: '园区动态', members: [0, 1] }] },
      ),
    ),
  ];
}

function picturesAndPartners(): readonly DraftCase[] {
  return [
    textCase(
      'picture news with its own heading',
      `图片新闻
工人冒雨抢修线路
6月9日，供电部门的工人在湘潭经开区冒雨抢修线路，确保企业正常用电。（通讯员 何蔚 摄）`,
      keyOf([{ ...NONE, headline: '工人冒雨抢修线路', paragraphs: [] }], {
        groups: [{ standingHead: '图片新闻', members: [0] }],
        captions: [
          {
            caption: '6月9日，供电部门的工人在湘潭经开区冒雨抢修线路，确保企业正常用电。',
            credit: '（通讯员 何蔚 摄）',
          },
        ],
      }),
    ),
    textCase(
      'partners parted by bars',
      `合作单位
湘潭高新区|智慧·新时代·速度·新未来
雨湖高新区|长潭腹地 产业新城|招商热线:0731-55556789`,
      keyOf([], {
        cells: [
          ['合作单位', '', '', '', ''],
          ['湘潭高新区', '', '智慧·新时代·速度·新未来', '', ''],
          ['雨湖高新区', '', '长潭腹地　产业新城', '招商热线', '0731-55556789'],
        ],
      }),
    ),
  ];
}

function filesWithLooks(): readonly DraftCase[] {
  const small = { sizePt: 16 };
  return [
    fileCase(
      'bold label words within a report',
      {
        parts: [
          paragraph('湘潭经开区“四项行动”护航高考', { centred: true, bold: true, sizePt: 22 }),
          paragraph('通讯员  黎涛  王墨', { centred: true, sizePt: 14 }),
          paragraph('6月7日至9日，湘潭经开区开展“四项行动”，为考生护航。', small),
          paragraph('静音行动', { ...small, bold: true }),
          paragraph('考点周边工地一律停工，文明劝导喇叭、噪声。', small),
          paragraph('畅行行动', { ...small, bold: true }),
          paragraph('增开公交专线4条，安排志愿者60名引导停车。', small),
          paragraph('附：照片2张', small),
        ],
      },
      keyOf([
        {
          ...NONE,
          headline: '湘潭经开区“四项行动”护航高考',
          names: ['黎涛', '王墨'],
          paragraphs: [
            '通讯员 黎涛 王墨',
            '6月7日至9日，湘潭经开区开展“四项行动”，为考生护航。',
            '# 静音行动',
            '考点周边工地一律停工，文明劝导喇叭、噪声。',
            '# 畅行行动',
            '增开公交专线4条，安排志愿者60名引导停车。',
          ],
        },
      ]),
    ),
    fileCase(
      'pictures between the paragraphs',
      {
        parts: [
          paragraph('绿道修到家门口', { level: 1 }),
          paragraph('本报讯（通讯员 周海康）家住昭山的居民最近多了一个去处。'),
          { kind: 'picture', picture: 'p1.png' },
          paragraph('图1 绿道旁的驿站'),
          paragraph('沿着绿道走上半小时，就能看到湘江。'),
          { kind: 'picture', picture: 'p2.png' },
          paragraph('图2 骑行的市民（李灿晖 摄）'),
        ],
        pictures: ['p1.png', 'p2.png'].map((name) => ({ name, caption: '', credit: '' })),
      },
      keyOf(
        [
          {
            ...NONE,
            headline: '绿道修到家门口',
            names: ['周海康'],
            leadIn: '本报讯',
            paragraphs: [
              '本报讯（通讯员 周海康）家住昭山的居民最近多了一个去处。',
              '沿着绿道走上半小时，就能看到湘江。',
            ],
          },
        ],
        {
          captions: [
            { caption: '绿道旁的驿站', credit: '' },
            { caption: '骑行的市民', credit: '（李灿晖 摄）' },
          ],
        },
      ),
    ),
  ];
}
