import { describe, expect, it } from 'vitest';
import { MarkedCopy } from '#engine/intake/marked-copy.ts';
import { repairedWords } from '#engine/intake/repair.ts';

const whole = (text: string) => MarkedCopy.of(text, 0, text.length);

describe('a copy with marks', () => {
  it('tells what stood there and what stands there now', () => {
    const copy = whole('园区(一期)').replaced(/[()]/g, 'marks', (mark) =>
      mark === '(' ? '（' : '）',
    );
    expect(copy.text).toBe('园区（一期）');
    expect(copy.repairs().map(({ start, before, after }) => [start, before, after])).toEqual([
      [2, '(', '（'],
      [5, ')', '）'],
    ]);
  });

  it('lets a later change swallow an earlier one', () => {
    const copy = whole('甲&nbsp;&nbsp;乙')
      .replaced(/&nbsp;/g, 'entities', ' ')
      .replaced(/ {2}/g, 'spaces', '');
    expect(copy.text).toBe('甲乙');
    expect(copy.repairs()).toMatchObject([{ kind: 'spaces', before: '&nbsp;&nbsp;', after: '' }]);
  });

  it('keeps the rest of a place of which a change touches a part', () => {
    const copy = whole('甲--乙')
      .replaced(/--/g, 'marks', '——')
      .replaced(/—(?=乙)/g, 'marks', '。');
    expect(copy.text).toBe('甲—。乙');
    expect(copy.repairs()).toMatchObject([{ before: '--', after: '—。' }]);
  });

  it('takes two changes at one earlier place', () => {
    const copy = whole('甲--乙').replaced(/--/g, 'marks', '——').replaced(/—/g, 'marks', '-');
    expect(copy.text).toBe('甲--乙');
    expect(copy.repairs()).toEqual([]);
  });

  it('parts into slices that hold every character once', () => {
    const copy = whole('标题：园区 动态').replaced(/^标题：/g, 'labels', '');
    const [first, second] = [copy.slice(0, 2), copy.slice(2)];
    expect([first.text, second.text]).toEqual(['园区', ' 动态']);
    expect([first.start, first.end, second.start, second.end]).toEqual([0, 5, 5, 8]);
  });

  it('is joined to what stands behind it', () => {
    const source = '看到公交车，\n\n村民欣喜。';
    const head = MarkedCopy.of(source, 0, 6);
    const joined = head.joinedTo(MarkedCopy.of(source, 8, source.length), 'joinedParagraphs', '');
    expect(joined.text).toBe('看到公交车，村民欣喜。');
    expect(repairedWords(source, joined, joined.repairs())).toBe(joined.text);
    expect(repairedWords(source, joined, [])).toBe(source);
  });
});
