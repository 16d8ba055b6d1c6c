import { describe, expect, it } from 'vitest';
import { dateMarks } from '#engine/intake/date-words.ts';

const marked = (text: string, issueDate = '2021-06-18') =>
  dateMarks(text, issueDate).map(({ words, meant }) => `${words} ${meant ?? '?'}`);

describe('words for days', () => {
  it.each([
    ['6月15日，园区部署工作。', ['6月15日 2021-06-15']],
    ['12月28日，园区召开总结会。', ['12月28日 2020-12-28']],
    ['15日上午，园区部署工作。', ['15日 2021-06-15']],
    ['今年6月起，去年同期为零。', ['今年 2021', '去年 2020']],
    ['昨日，企业开工。', ['昨日 2021-06-17']],
    ['上周五和本周三都开了会。', ['上周五 2021-06-11', '本周三 2021-06-16']],
    ['上个月开工，本月投产。', ['上个月 2021-05', '本月 2021-06']],
    ['日前，园区召开会议。', ['日前 ?']],
  ])('%s', (text, marks) => {
    expect(marked(text)).toEqual(marks);
  });

  it('are not read into a habit', () => {
    expect(marked('每周一次自查，每周三例会。')).toEqual([]);
  });

  it('stay unmarked where they say the year themselves', () => {
    expect(marked('2021年6月15日，园区部署工作。')).toEqual([]);
  });

  it('mean no day that the calendar lacks', () => {
    expect(marked('2月30日，园区部署工作。')).toEqual([]);
  });

  it('reach over the turn of the year', () => {
    expect(marked('昨日开工，明年投产。', '2021-01-01')).toEqual(['昨日 2020-12-31', '明年 2022']);
  });
});
