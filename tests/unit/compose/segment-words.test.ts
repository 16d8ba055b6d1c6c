import { describe, expect, it } from 'vitest';
import { readWords, segmentWords } from '#engine/compose/segment-words.ts';
import { openLexicon } from '#engine/words/word-lexicon.ts';
import { SHIPPED_LEXICON, wordBytes } from './shipped-lexicon.ts';

function cut(text: string): string {
  const words = readWords(text, SHIPPED_LEXICON);
  return words.map(({ start, end }) => text.slice(start, end)).join('|');
}

describe('words of a headline', () => {
  it('keeps the words of the newsroom whole', () => {
    expect(cut('湘潭经开区综保区')).toBe('湘潭|经开区|综保区');
    expect(cut('深化产教融合校企合作')).toBe('深化|产教融合|校企合作');
    expect(cut('雨湖昭山天易岳塘韶山湘乡')).toBe('雨湖|昭山|天易|岳塘|韶山|湘乡');
  });

  it('cuts where the most probable words meet', () => {
    expect(cut('结合成分子时')).toBe('结合|成|分子|时');
    expect(cut('有意见分歧')).toBe('有|意见|分歧');
    expect(cut('高新区全力打造先进制造业高地')).toBe('高新区|全力|打造|先进制造业|高地');
  });

  it('keeps figures with their powers of ten and measure words', () => {
    expect(cut('总投资15.95万平方米')).toBe('总|投资|15.95万平方米');
    expect(cut('截至5月31日共有28614户')).toBe('截至|5月|31日|共有|28614户');
    expect(cut('第6期争取30余万元增长7.8%')).toBe('第6期|争取|30余万元|增长|7.8%');
    expect(cut('0731-55512300')).toBe('0731-55512300');
  });

  it('keeps Western words and their joints', () => {
    expect(cut('HIGH-TECH ZONE引进GE、ABB')).toBe('HIGH-TECH| |ZONE|引进|GE|、|ABB');
  });

  it('recognises names that no list holds', () => {
    expect(cut('通讯员马鸿雁 郭响玲')).toBe('通讯员|马鸿雁| |郭响玲');
    expect(cut('李灿晖说')).toBe('李灿晖|说');
    expect(cut('大道至简高质量')).not.toContain('简高');
  });

  it('gives names of villages and offices their endings', () => {
    expect(cut('黄龙村产业发展局')).toBe('黄龙村|产业发展局');
    expect(cut('桃花源镇')).toBe('桃花源镇');
  });

  it('takes characters that it does not know one by one, whole', () => {
    expect(cut('龘𠮷☯')).toBe('龘|𠮷|☯');
    expect(cut('')).toBe('');
  });

  it('covers any text without a hole', () => {
    const text = '“𠮷a1，%—\n\n湘潭 第第2第，3x万 ';
    let last = 0;
    for (const word of readWords(text, SHIPPED_LEXICON)) {
      expect(word.start).toBe(last);
      expect(word.end).toBeGreaterThan(last);
      last = word.end;
    }
    expect(last).toBe(text.length);
  });

  it('tells the word ends as offsets', () => {
    expect(segmentWords('湘潭经开区', SHIPPED_LEXICON)).toEqual([2, 5]);
  });

  it('reads the packed words alone, from any place in a buffer', () => {
    const bytes = wordBytes();
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    const lexicon = openLexicon(shifted.subarray(1), []);
    expect(segmentWords('先进制造业', lexicon)).toEqual([2, 5]);
  });

  it('refuses bytes that are not the packed words', () => {
    expect(() => openLexicon(new Uint8Array(64), [])).toThrow('does not begin');
    expect(() => openLexicon(wordBytes().slice(0, 90_000), [])).toThrow();
  });
});
