import { type ListedWords, splitList } from './lists.ts';
import type { TextFault } from './proof-mark.ts';
import type { ProofText } from './proof-text.ts';

/** Words set twice in a row, and members that stand twice in one list. */
export function repeatedWords({ words }: ProofText): readonly TextFault[] {
  return [...runsOfWords(words), ...doubledParticles(words), ...doubledMembers(words)];
}

/** Verbs that are doubled to make them light: 商量商量. */
const LIGHT =
  /^(?:商量|研究|讨论|考虑|学习|了解|休息|打扫|收拾|琢磨|活动|交流|体验|锻炼|热闹|打听|检查|介绍|宣传|表扬|教育|指导|帮助|调查|整理|准备|比较|认识|联系|观察|参观|感受|品尝|哈哈)$/u;

function runsOfWords(words: string): readonly TextFault[] {
  return [...words.matchAll(/(\p{Script=Han}{2,14})\1/gu)].flatMap(({ 1: once = '', index }) => {
    // 一步一步, 一件件一件件, 三三两两 are figures of speech.
    // 研究研究 is light, 研究研究了 is a slip.
    const isLight = LIGHT.test(once) && !/^[了过]/u.test(words.slice(index + 2 * once.length));
    const isMeant = isLight || /^[一二两三]/u.test(once) || once[0] === once[1];
    if (isMeant) return [];
    const start = index + once.length;
    const at = { start, end: start + once.length };
    return [{ rule: 'repeated-words', ...at, values: { words: once }, fix: '' }];
  });
}

const PARTICLES =
  /的的(?!确)|和和(?![美气谐平睦解])|是是(?![非否])|把把(?![关脉握])|被被(?![子褥套])|(?<![参给赋授付])与与(?![会时众])|对对(?![联方象策手外口照比])|(?<![大名主少上中小老健武猛虎干])将将(?![军士领来会在近])|(?<![方走朝倾志面转去导动意定趋单双])向向(?![日阳导着上前下来])|(?<![周])到到(?![达位处底期场来访家])|从从(?![前来事容业严此而])|(?<![为除])了了(?![解望却结然不如断])|(?<![认作称视改变成因以化分较颇更尤极甚何所定列])为为|们们|之之|也也|在在于/gu;

function doubledParticles(words: string): readonly TextFault[] {
  return [...words.matchAll(PARTICLES)].map(({ 0: twice, index }) => ({
    rule: 'repeated-words',
    start: index + 1,
    end: index + 2,
    values: { words: twice.slice(0, 1) },
    fix: '',
  }));
}

/** “A”“B”“A” and A、B、A. The first member carries what stands before the list. */
function doubledMembers(words: string): readonly TextFault[] {
  return [...words.matchAll(/[^。！？；，：\n]+/gu)].flatMap(({ 0: clause, index }) => {
    const members = splitList(clause);
    return members.flatMap((member, place): readonly TextFault[] => {
      const own = repeatedName(members, place);
      if (own === undefined) return [];
      const hasMark = clause[member.start - 1] === '、';
      const isQuoted = member.words.startsWith('“');
      const start = index + member.start - (hasMark ? 1 : 0);
      const end = index + member.start + own.length + (isQuoted ? 2 : 0);
      return [{ rule: 'repeated-in-list', start, end, values: { words: own }, fix: '' }];
    });
  });
}

/** What of a member stood in the list before; undefined when nothing did. */
function repeatedName(members: readonly ListedWords[], place: number): string | undefined {
  const words = members[place]?.words ?? '';
  const own = nameOf(words);
  if (own.length < 2) return undefined;
  const earlier = members.slice(0, place).map((other) => nameOf(other.words));
  const first = members[0]?.words ?? '';
  const isWhole = own === words || words.startsWith('“');
  if (isWhole && earlier.includes(own)) return own;
  if (isWhole && place > 0 && own.length > 2 && first.endsWith(own)) return own;
  if (place < members.length - 1 || place === 0) return undefined;
  // The last member carries what stands behind the list.
  const names = [...[4, 3, 2].map((length) => first.slice(-length)), ...earlier.slice(1)];
  return names.find(
    (name) => name.length > 1 && words.startsWith(name) && BEHIND.test(words.slice(name.length)),
  );
}

const BEHIND = /^(?:[的等和与两三四五六七八九十\d]|服务|负责人|单位|工作|问题|活动|方面)/u;

/** The quoted words of a member, or the member itself. */
function nameOf(member: string): string {
  const quoted = [...member.matchAll(/“([^“”]+)”/gu)];
  return quoted.length === 1 ? (quoted[0]?.[1] ?? '') : member;
}
