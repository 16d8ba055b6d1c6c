import { describe, expect, it } from 'vitest';
import {
  bylinesOf,
  closingBylineLength,
  isBylineLine,
  isNameLine,
  leadInLength,
} from '#engine/intake/bylines.ts';

const namesOf = (words: string) => bylinesOf(words).flatMap(({ names }) => names);
const opening = (text: string) => {
  const { leadIn, byline } = leadInLength(text);
  return [text.slice(0, leadIn), text.slice(leadIn, leadIn + byline)];
};

describe('the lead-in', () => {
  it.each([
    ['本报讯（通讯员 王墨）质胜于华。', ['本报讯', '（通讯员 王墨）']],
    ['本报讯 记者李灿晖 通讯员李赛报道：村里通车了。', ['本报讯 ', '记者李灿晖 通讯员李赛报道：']],
    ['湘潭日报6月15日讯（通讯员 张斌）校园绿了。', ['湘潭日报6月15日讯', '（通讯员 张斌）']],
    ['本报综合消息 园区忙。', ['本报综合消息', '']],
    ['（记者 李灿晖 通讯员 毛星）近日，园区忙。', ['', '（记者 李灿晖 通讯员 毛星）']],
    ['记者从湘潭经开区获悉，园区忙。', ['', '']],
    ['通讯员培训班在园区开班。', ['', '']],
  ])('of %s', (text, parts) => {
    expect(opening(text)).toEqual(parts);
  });
});

describe('a byline', () => {
  it.each([
    ['（通讯员 郭响玲 周海康）', ['郭响玲', '周海康']],
    ['本报记者 李灿晖 通讯员 张斌 何蔚', ['李灿晖', '张斌', '何蔚']],
    ['文/张斌 图/李灿晖', ['张斌', '李灿晖']],
    ['（通讯员 王 墨 供稿）', ['王墨']],
    ['通讯员：王墨、张斌', ['王墨', '张斌']],
    ['湘潭高新区 刘澜', ['刘澜']],
  ])('%s names its writers', (words, names) => {
    expect(namesOf(words)).toEqual(names);
  });

  it('tells who is a correspondent and who a reporter', () => {
    expect(bylinesOf('记者 李灿晖 通讯员 毛星')).toEqual([
      { capacity: '记者', names: ['李灿晖'], unit: undefined },
      { capacity: '通讯员', names: ['毛星'], unit: undefined },
    ]);
  });

  it('is told from a sentence about writers', () => {
    expect(isBylineLine('通讯员 张斌')).toBe(true);
    expect(isBylineLine('作者：何蔚')).toBe(true);
    expect(isBylineLine('通讯员队伍建设座谈会召开')).toBe(false);
    expect(isBylineLine('记者走进园区看变化')).toBe(false);
  });

  it('may be a house and a name, but not two houses', () => {
    expect(isNameLine('湘潭高新区 刘澜')).toBe(true);
    expect(isNameLine('王 墨')).toBe(true);
    expect(isNameLine('湘潭高新区 雨湖高新区')).toBe(false);
    expect(isNameLine('全员动员 加强督查')).toBe(false);
  });

  it('may stand behind the last sentence', () => {
    expect(closingBylineLength('园区忙。（通讯员 王墨）')).toBe('（通讯员 王墨）'.length);
    expect(closingBylineLength('园区忙（一期已投产）。')).toBe(0);
  });
});
