import { patternRule, type TextRule } from './text-rule.ts';

// Only what can hardly be meant otherwise: an adverb that is no adjective before a verb, or any
// before a verb with 了 or 着; 得 before a degree; words that are written with 得.
const ADVERBS =
  '不断|逐步|纷纷|渐渐|悄悄|默默|慢慢|牢牢|紧紧|深深|大力|着力|及时|如期|顺利|主动|自觉|始终如一|不遗余力|源源不断|全力以赴|有条不紊|循序渐进|' +
  '持之以恒|坚定不移|扎扎实实|认认真真|切切实实|实实在在|仔仔细细|因地制宜|一如既往|毫不动摇|潜移默化|进一步';
const ALSO_ADJECTIVES =
  '认真|积极|深入|努力|充分|全面|严格|高效|迅速|有效|热情|仔细|耐心|详细|高兴|激动|细致|广泛|快速|圆满';
const VERBS =
  '完善|健全|拓展|壮大|夯实|强化|深化|细化|推进|推动|开展|落实|学习|贯彻|执行|完成|提高|提升|增强|扩大|改善|解决|支持|帮助|服务|参与|加强|' +
  '做好|抓好|走访|宣传|排查|整改|检查|介绍|讲解|回答|解答|说|告诉|握|抓|守|联系|报名|参加|发展|增长|改变|响应|融入|对接|办理|化解|协调|' +
  '配合|传达|部署|投入|建设|打造|优化|创新|探索|前进|走';

/** 的, 地, 得 where the pattern leaves no doubt. */
export const particles: TextRule = patternRule([
  {
    rule: 'de-particle',
    pattern:
      /(?<=认真|扎实|积极|细致|全面|及时|切实|主动|严格|耐心|深入)的(?=做好|抓好|抓实|办好|落实好|解决好)/gu,
    fix: '地',
    values: () => ({ right: '地' }),
  },
  {
    rule: 'de-particle',
    pattern: /(?<=[跑干办搞走])的(?=[快好稳远](?:[，。；、！]|$))/gu,
    fix: '得',
    values: () => ({ right: '得' }),
  },
  {
    rule: 'de-particle',
    pattern: new RegExp(`(?<=${ADVERBS})的(?=(?:${VERBS})(?!者|性|工作|的))`, 'gu'),
    fix: '地',
    values: () => ({ right: '地' }),
  },
  {
    rule: 'de-particle',
    pattern:
      /(?<=开心|高兴|欣慰|自豪|满意|兴奋|激动|动情|感慨|由衷|大声|轻轻|缓缓|憨厚|爽朗|会心|羞涩|腼腆)的(?=(?:笑|说|哭|走|点点?头|摇头|唱|跳|挥手|鼓掌)(?:[了道着：]|起来))/gu,
    fix: '地',
    values: () => ({ right: '地' }),
  },
  {
    rule: 'de-particle',
    pattern:
      /(?<=运转|运行|进行|开展|发展|完成|准备|布置|安排|恢复|生长|干|坐|睡|吃|住|过|学|讲|跑|听)的(?=(?:很|非常|十分|特别|格外|更加|越来越)(?!多|少)\p{Script=Han}{1,2}(?:[，。；！]|$))/gu,
    fix: '得',
    values: () => ({ right: '得' }),
  },
  {
    rule: 'de-particle',
    pattern:
      /(?<=一[次个项种场](?:成功|有益|积极|大胆|全新|生动|深刻|难忘))地(?=\p{Script=Han}{2}(?:[，。；]|$))/gu,
    fix: '的',
    values: () => ({ right: '的' }),
  },
  {
    rule: 'de-particle',
    pattern:
      /(?<=熟练|麻利|兴奋|飞快|灵活|娴熟|安静|有序|自发|踊跃|热烈|亲切|果断|耐心|认真|仔细|高兴|激动|小心翼翼|津津有味|争先恐后)的(?=\p{Script=Han}{1,2}着(?![力急装重眼火手]))/gu,
    fix: '地',
    values: () => ({ right: '地' }),
  },
  {
    rule: 'de-particle',
    pattern:
      /(?<=高兴|激动|兴奋|感动|累|忙|急|热|笑|冷|气|乐)的(?=合不拢|热泪|说不出|流下|跳了起来|不得了|团团转|不可开交|满头大汗|够呛|直不起|前俯后仰|像)/gu,
    fix: '得',
    values: () => ({ right: '得' }),
  },
  {
    rule: 'de-particle',
    pattern: new RegExp(`(?<=${ALSO_ADJECTIVES})的(?=(?:${VERBS})[了着])`, 'gu'),
    fix: '地',
    values: () => ({ right: '地' }),
  },
  {
    rule: 'de-particle',
    pattern:
      /(?<=显著|良好|优异|突出|巨大|美好|坚实|重要|丰硕|可喜|宝贵|明显|广阔|重大)地(?=成绩|成果|成效|问题|意见|建议|基础|条件|环境|作用|变化|进步|前景|经验|优势|意义)/gu,
    fix: '的',
    values: () => ({ right: '的' }),
  },
  {
    rule: 'de-particle',
    pattern:
      /(?<=[做办搞干跑走说写唱过变])的(?=(?:很|更|特别|非常|越来越|十分|挺)[好快多美红火大细清透远稳高](?:[，。！；了]|$))/gu,
    fix: '得',
    values: () => ({ right: '得' }),
  },
  {
    rule: 'de-particle',
    pattern:
      /(?<=取|赢|获|觉|(?<!价|数|产|面|比|保|增|贬|升|净|总|市|均|峰|阈|分|权)值|懂|舍|记)的(?=(?:了|到|更多|成效|成果|成绩|好评|信任|赞誉|一提|关注|肯定|自己|学习|推广))/gu,
    fix: '得',
    values: () => ({ right: '得' }),
  },
]);
