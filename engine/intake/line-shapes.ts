import { isBylineLine, isNameLine, leadInLength } from './bylines.ts';
import { captionLabelLength, creditLength } from './captions.ts';
import { isPersonName, isUnit } from './names.ts';
import type { DraftLine } from './worked-lines.ts';

/** What a line looks like by itself, before its neighbours are asked. */
export type LineShape =
  | 'picture'
  | 'row'
  | 'subject'
  | 'greeting'
  | 'contact'
  | 'attachment'
  | 'mail'
  | 'boilerplate'
  | 'sentOn'
  | 'separator'
  | 'jump'
  | 'caption'
  | 'byline'
  | 'label'
  | 'opening'
  | 'numberedHead'
  | 'heading'
  | 'body';

/** The longest headline without a sign of being one, and with it (bold, centred, a level). */
const LONGEST_HEADING = 34;
const LONGEST_MARKED_HEADING = 60;

const GREETING =
  /^(?:hi|hello|dear)?[,， ]*(?:尊敬的|敬爱的)?(?:各位)?[\p{Script=Han}]{0,8}(?:编辑部?|老师|主编|主任|领导|同志|社长|总编)们?(?:您好|你们?好|好)?[：！，。,:!]*$|^(?:您好|你们?好|大家好)[！!，。：]?$|^(?:此致|敬礼|谢谢|致谢|多谢|感谢)[！!。]?$|^(?:顺祝|恭祝|此致|祝(?:您|你|编|工作|身体|万事|一切|大家|[春夏秋冬撰]安|好|愉快)).{0,12}[！!。]?$/iu;
const REMARK =
  /请(?:您)?(?:予以|给予)?(?:查收|审阅|审定|采用|批评指正|指正|编发|刊发|惠存|过目|斧正|酌情)|(?:妥否|当否)[，,]?请|现将.{0,20}(?:发给|报送|投)|(?:望|盼|敬请|恳请|期待).{0,8}(?:采用|刊登|刊发|采纳)|^(?:投稿|来稿)(?:一篇|如下|说明)|(?:稿件|稿子|新闻稿).{0,12}(?:发给您|发您|发来|如下|附后)|谢谢(?:您|编辑|老师|支持)|盼复|^兹有|同意(?:投稿|刊发|发表)|^(?:投稿|来稿|稿件|新闻稿)[：:]?$|见附件|辛苦(?:了|您)*[！!。]|^(?:各位)?老师好|(?:系|为|是)首发|未?一稿多投|未在.{0,12}(?:发表|刊登|刊发)|麻烦(?:您|老师|编辑)/u;
const CONTACT =
  /^(?:(?:作者|工作|供稿|报送|投稿|来稿|选送|推荐|撰稿|所在)?单位(?:名称)?|姓名|联系人|联系电话|联系方式|电话|手机号?|手机号码|电子邮箱|邮箱|e-?mail|qq|微信号?|地址|通讯地址|邮编|开户行|账号|卡号|身份证号?|传真|审稿人?|审核人|签发人|一稿多投)[ \u3000]*[：:]|^(?:[【[（(](?:(?:拟投|投稿|推荐|建议)(?:栏目|版面|专栏)|字数|体裁|题材|(?:稿件|新闻|文章)(?:类型|类别|体裁)|关键词|完稿(?:时间|日期)|投稿(?:时间|日期)|报送(?:时间|日期))[】\])）]|(?:拟投(?:栏目|版面|专栏)|字数|体裁|(?:稿件|新闻|文章)(?:类型|类别|体裁)|关键词|(?:完稿|投稿|报送)(?:时间|日期))[：:])[ \u3000]*\S/iu;
const SENDER_LINE =
  /(?:作者|姓名|通讯员|联系人|单位|电话|手机)[：:].*(?:电话|手机|单位|邮箱|联系)[：:]/u;
const PHONE_LINE =
  /^(?!.*(?:热线|咨询|投诉|举报|监督|报名|预约|招商))（?(?:.{0,30}[： ])?(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{7,8})）?$/u;
const ADDRESS_LINE = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/u;
const ATTACHMENT =
  /^[^。，]{1,60}\.(?:docx?|wps|txt|rtf|odt|pdf|xlsx?|jpe?g|png|zip|rar|7z)$|^（?(?:附件|附图|附|附照片|另附|随稿附)[\d一二三四五六七八九十]*[：:]|^（?附(?:件|照片|图片?|图)[\d一二三四五六七八九十]{0,2}(?:张|幅|份|个|[：:]|说明|）|$).{0,30}$|^（?(?:照片|图片|图)(?:见附件|另发|随后).{0,10}$/u;
const MAIL =
  /^[\p{Script=Han}\w]{2,10} (?:\d{4}[-/年])?(?:\d{1,2}[-/月]\d{1,2}日? )?\d{1,2}:\d{2}(?::\d{2})?$|^(?:主送|抄报|抄送|报|送|发)[：:] ?\S.{0,60}$|^(?:发件人|收件人|抄送|主题|发送时间|发送日期|from|to|cc|subject|sent|date)[：:] ?\S.*$|^(?:日期|时间)[：:].{4,24}\d{1,2}:\d{2}.*$|^[-—]{2,}\s*(?:原始邮件|original|转发|forwarded|回复的?邮件|begin forwarded).*$|^在.{4,60}写道[：:]$|^on .{6,80} wrote[：:]$|^(?:发自|来自|sent from)\s?(?:我的)?.{0,14}(?:iphone|ipad|手机|邮箱|客户端|android|小米|华为)$|^-- ?$|^>.*$/iu;
const BOILERPLATE =
  /^(?:点击)?(?:上方|下方)?.{0,6}(?:蓝字|蓝色字体).{0,14}$|^(?:点赞|在看|分享|收藏|转发|喜欢)(?:[ 、，和]*(?:点赞|在看|分享|收藏|转发|点个?在看))*[！!。]?$|^(?:预览时标签不可点|收录于(?:合集|话题).*|往期(?:推荐|精彩|回顾).*|推荐阅读.*|继续滑动看下一个.*|轻触阅读原文|end|the end|- ?end ?-|—+ ?end ?—+|人划线|写留言|阅读 ?\d[\d万+]*.*|赞 ?\d*)$|^（?(?:来源|来自|转自|原标题|编辑|责编|责任编辑|美编|校对|审核|一审|二审|三审|初审|复审|终审|审签|审定|核稿|签发|监制|总值班|值班编辑|编审|制作|排版|出品|主办|版权声明?|声明|免责声明|投稿邮箱|新闻热线|商务合作)[ \u3000]*[|｜丨：:/／].{0,80}$|^(?:上一篇|下一篇)[：:].*$|^(?:【(?:打印|关闭|收藏|返回)[^】]{0,4}】 ?)+$|^原创 .{2,30}$|^\S{2,16} (?:\d{1,2}(?:天|小时|分钟)前|昨天|前天|今天)$|^您?(?:当前|现在)?的?(?:所在)?位置[：:].*$|^分享[到至][：:]?.{0,30}$|^扫一扫.{0,30}$|^返回顶部.*$|^以下文章来源于.{0,24}$|^\[(?:图片|照片|表情|动画表情|文件|语音|视频|链接)\].{0,40}$|^[\p{Script=Han}\w]{2,16} \d{4}[-年]\d{1,2}[-月]\d{1,2}日?(?: \d{1,2}:\d{2})?(?: 发表于.*)?$|^\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2}.*$|^(?:https?:|www\.)\S+$/iu;
/** Calls of official accounts; in a sentence of a story the same words are news. */
const CALL =
  /阅读原文|(?:长按|扫描|扫码|识别).{0,8}(?:二维码|关注|识别)|微信扫一扫|关注(?:我们|该公众号|公众号)/u;
const LONGEST_CALL = 40;
const SENT_ON =
  /^（?\d{1,2}月\d{1,2}日(?:[—－~～至-]{1,2}(?:\d{1,2}月)?\d{1,2}日)?）?$|^(?:二[〇○零\d]{3}|\d{4})[年/.-][\d一二三四五六七八九十]{1,2}[月/.-][\d一二三四五六七八九十]{1,3}日?$/u;
const SEPARATOR = /^[-=_*~—─━…·.＊#◆★☆※＝－ ]{3,}$/u;
const JUMP =
  /^[▶►→◀◄←☞☜>＞<＜\s]*[（(【]?(?:下转|上接|紧接|转|接)\s?(?:第)?\s?[A-Z]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?版.{0,20}[）)】]?[▶►→◀◄←☞☜\s]*$/u;
/** 【稿件1】, 第二篇： and the like on a line of their own part two stories. */
const STORY_NUMBER =
  /^[【[（]?(?:(?:稿件?|来稿|新闻稿?|简讯|消息|信息)[ ]?(?:之)?[一二三四五六七八九十\d]{1,2}|第[一二三四五六七八九十\d]{1,2}[篇则条])[】\]）]?[：:、.．]?$/u;
/** Questions and answers of an interview are paragraphs however short. */
export const SPOKEN = /^(?:问|答|记者|主持人|本报记者|编辑|网友|Q|A)[ ]?[：:]/u;
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,2}[，、：]|\d{1,2}[.、．](?!\d)|（\d{1,2}）|[①-⑳])/u;
const CAPTION_HEAD =
  /^(?:图|图片|照片|配图)[ ]?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[①-⑳])?[ ]?(?:[：:、.．]|说明[：:]|注[：:])|^图(?:\d{1,2}|[一二三四五六七八九十]) (?=\S)|^图(?:\d{1,2}|[①-⑳一二三四五六七八九十])为|^（?[题上下左右大小主附]图(?:[：:]|为)|^（图为|^(?:图为|图说[：:]|图片说明[：:]?|照片说明[：:]?|图注[：:]?|图片[：:])|^[▲△↑▼↓]/u;
const LABEL =
  /^[【[（]?(?:标题|主标题|大标题|新闻标题|题目|主题|引题|肩题|眉题|副题|副标题|正文|内容|稿件内容|栏目|栏目题|导语)[】\]）]?[ \u3000]*(?:[：:]|$)|^【(?:标题|主标题|引题|肩题|眉题|副题|副标题|正文|栏目)】/u;

/** The shape of a line. */
export function shapeOf({ copy, look }: DraftLine): LineShape {
  const text = copy.text.trim();
  if (look.kind === 'picture') return 'picture';
  if (look.kind === 'subject') return 'subject';
  if (look.kind === 'row') return 'row';
  if (SEPARATOR.test(text) || STORY_NUMBER.test(text)) return 'separator';
  if (JUMP.test(text)) return 'jump';
  const aside = asideShape(text);
  if (aside !== undefined) return aside;
  if (SPOKEN.test(text)) return 'body';
  if (LABEL.test(text)) return 'label';
  if (leadInLength(text).leadIn > 0) return 'opening';
  if (isBylineLine(text)) return 'byline';
  // 图片说明： alone only says what follows.
  if (text !== '' && captionLabelLength(text) === text.length) return 'separator';
  if (isCaption(text)) return 'caption';
  return headingShape(text, look);
}

function asideShape(text: string): LineShape | undefined {
  if (GREETING.test(text)) return 'greeting';
  if (MAIL.test(text) && !/^主题[：:]/u.test(text)) return 'mail';
  if (BOILERPLATE.test(text) || isCall(text) || isPageLine(text)) return 'boilerplate';
  if (CONTACT.test(text) || SENDER_LINE.test(text)) return 'contact';
  if (PHONE_LINE.test(text) || ADDRESS_LINE.test(text)) return 'contact';
  if (ATTACHMENT.test(text)) return 'attachment';
  if (/^.{2,30}（(?:盖章|公章|章)）$/u.test(text)) return 'contact';
  if (SENT_ON.test(text)) return 'sentOn';
  if (isSignedOn(text)) return 'contact';
  if (text.length <= 60 && REMARK.test(text)) return 'greeting';
  return undefined;
}

/** 2021.06.16 毛星 于雨湖 */
function isSignedOn(text: string): boolean {
  const [day = '', ...words] = text.split(/[ \u3000]+/u);
  if (!SENT_ON.test(day) || words.length === 0 || words.length > 3) return false;
  return words.every((word) => isSignature(word) || /^于\p{Script=Han}{2,6}$/u.test(word));
}

/** 时间：… 来源：… 浏览次数：… below the headline of a web page. */
function isPageLine(text: string): boolean {
  const labels = text.match(
    /(?:时间|日期|来源|作者|编辑|浏览|浏览次数|点击数?|阅读|字号|字体|发布人?|发布时间|访问量)[：:]/gu,
  );
  return (labels?.length ?? 0) >= 2 && /时间|来源|浏览|点击|字号|发布/u.test(text);
}

function isCall(text: string): boolean {
  return text.length <= LONGEST_CALL && !text.endsWith('。') && CALL.test(text);
}

/** 图1：…, 图为…, ▲…, or anything short of a story that ends with a photographer. */
function isCaption(text: string): boolean {
  if (text.length > 200) return false;
  if (CAPTION_HEAD.test(text)) return true;
  const credit = creditLength(text);
  // Who also wrote the words signs a brief.
  return credit > 0 && !/文/u.test(text.slice(-credit));
}

function headingShape(text: string, { bold, centred, level }: DraftLine['look']): LineShape {
  const isMarked = bold || centred || level !== undefined;
  const isOpen = !/[。；、]$|[。].+/u.test(text) && !/^[“].*[。！？]”$/u.test(text);
  const longest = isMarked ? LONGEST_MARKED_HEADING : LONGEST_HEADING;
  if (!isOpen || text.length > longest) return 'body';
  if (/[！？…]$/u.test(text) && text.length > 26) return 'body';
  if (/[，：]$/u.test(text) && text.length > 20) return 'body';
  if (/——$/u.test(text) && text.length > 14) return 'body';
  return NUMBERED.test(text) ? 'numberedHead' : 'heading';
}

/** True for a signature: a person, a house, or both, on a line of their own. */
export function isSignature(text: string): boolean {
  return isPersonName(text) || isNameLine(text) || (text.length <= 24 && isUnit(text));
}
