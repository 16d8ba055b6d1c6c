import type { ProofText } from './proof-text.ts';

/** The commonest family names, and those of the newsroom's correspondents. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚' +
  '卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤樊欧阳';

const TITLES =
  '经理|书记|主任|局长|县长|市长|区长|镇长|乡长|村长|主席|院长|校长|董事长|负责人|组长|队长|科长|处长|部长|教授|老师|工程师|村民|居民|员工|工人|记者|通讯员';

const DOING =
  '说|表示|介绍|告诉|认为|指出|强调|坦言|参加|采访|来到|走进|拍摄|带领|负责|\\d|，|。|、|在|正';
const NAME = `[${SURNAMES}]\\p{Script=Han}{1,2}`;
const NAMED = new RegExp(`(?<=${TITLES})${NAME}(?=${DOING})`, 'gu');
const SPEAKING = new RegExp(
  `(?<=[，。”；]|^)${NAME}(?=说|表示|介绍|告诉|拍摄)|(?<=图为)${NAME}(?=[在正和与向为])`,
  'gu',
);

/** A name and where it stands in its text. */
export interface FoundName {
  readonly words: string;
  readonly start: number;
}

/** Persons whom lead-in, byline or credit names: 通讯员 王墨, 李灿晖 摄. */
export function signedNames({ words, kind, openingLength }: ProofText): readonly FoundName[] {
  const end = kind === 'credit' || kind === 'caption' ? words.length : openingLength;
  const signed = words
    .slice(0, end)
    .matchAll(
      /(?:通讯员|记者) ?((?:\p{Script=Han}{2,4}[ 、]?)+)(?=[）)])|(\p{Script=Han}{2,4}) ?摄/gu,
    );
  return [...signed].flatMap(({ 0: whole, 1: several, 2: one, index }) => {
    const names = several ?? one ?? '';
    const start = index + whole.indexOf(names);
    return [...names.matchAll(/\p{Script=Han}+/gu)].map((name) => ({
      words: name[0],
      start: start + name.index,
    }));
  });
}

/** Persons that a text names by title or as speaking. */
export function namedPersons({ words }: ProofText): readonly FoundName[] {
  return [...words.matchAll(NAMED), ...words.matchAll(SPEAKING)].map(({ 0: name, index }) => ({
    words: name,
    start: index,
  }));
}

// Not 学校社区, 所在街道: what stands before is no name.
const PLACES =
  /(?!学校|所在|辖区|各个|全市|全区|全省|该区|本地|相关|高等)(?:\p{Script=Han}{2}(?:高新区|经开区|经济开发区|示范区|街道|社区|学院|大学|中学)|(?<=^|[^\p{Script=Han}]|图为|来自|走进|来到|在)\p{Script=Han}{2}[村镇乡](?=[\p{Script=Han}，。、]))/gu;
const COMPANIES =
  /(?<=^|[，。、；：“（的为由和与向对及在区业]|图为)(?:湖南|湘潭|湘乡|韶山|长沙|深圳|北京|上海)\p{Script=Han}{2,16}?(?:有限责任公司|股份有限公司|有限公司)/gu;

/** Parks, towns, schools and the like, with the two characters that tell them apart. */
export function namedPlaces({ words }: ProofText): readonly FoundName[] {
  return [...words.matchAll(PLACES)].map(({ 0: name, index }) => ({ words: name, start: index }));
}

/** Companies with their full names. */
export function namedCompanies({ words }: ProofText): readonly FoundName[] {
  return [...words.matchAll(COMPANIES)].map(({ 0: name, index }) => ({
    words: name,
    start: index,
  }));
}
