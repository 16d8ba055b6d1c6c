import { describe, expect, test } from 'vitest';
import { marked, mended } from './read-marked.ts';

describe('words', () => {
  test('finds the phrase that the real page has twice, and that 四为一帮 does not count six', () => {
    const list =
      '开展“我为群众办实事”“我为群众排忧解难”“我为群众排忧解难”“我为基层优服务”“我为乡村振兴助帮扶”“我是志愿者我来帮”的“四为一帮”活动。';
    expect(marked(list)).toBe(
      list
        .replace('难”“我为群众排忧解难”', '难”[“我为群众排忧解难”⟩repeated-in-list]')
        .replace('四为一帮', '[四为一帮⟩list-count]'),
    );
    expect(marked(list.replace('“我为群众排忧解难”', ''))).toBe(
      list.replace('“我为群众排忧解难”', ''),
    );
  });

  test('leaves counts alone that agree with their list, or that sum up more than it names', () => {
    for (const words of [
      '以产业赋能、创新赋能、效率赋能“三项赋能”为抓手。',
      '规划定位好、创新平台好、产业项目好、体制机制好、发展形象好“五好园区”目标。',
      '湖南华菱线缆股份有限公司、金杯电工电磁线有限公司等22家企业入选。',
      '主导产业集聚度、单位能耗降低、主要污染物排放削减三个指标稳步提高。',
      '设立“四员”“三个专员”等联系服务企业机制。',
    ]) {
      expect(marked(words)).toBe(words);
    }
  });

  test('takes out what was set twice, but not 商量商量 and 一步一步', () => {
    expect(mended('园区要进一步进一步优化服务。')).toBe('园区要进一步优化服务。');
    expect(mended('这是园区的的优势。')).toBe('这是园区的优势。');
    expect(marked('大家商量商量，一步一步来，确认为为群众办的实事。')).not.toContain('⟩');
  });

  test('knows a wrong word, and the longer word in which the same characters are right', () => {
    expect(marked('园区[部份]企业'.replace(/[[\]]/g, ''))).toBe('园区[部份⟩confused-word]企业');
    expect(mended('干部布署工作')).toBe('干部部署工作');
    expect(marked('落实再落实，交通迅速恢复')).not.toContain('⟩');
    expect(mended('截止6月底')).toBe('截至6月底');
  });

  test('mends 的, 地, 得 only where nothing else can be meant', () => {
    expect(mended('园区不断的完善配套。')).toBe('园区不断地完善配套。');
    expect(mended('工作做的很好。')).toBe('工作做得很好。');
    expect(marked('做的很多工作都有积极的推动作用。')).not.toContain('⟩');
  });

  test('reports a gap in the ordinals and a part larger than its whole', () => {
    expect(marked('一是抓学习；三是抓整改。')).toBe('一是抓学习；[三是⟩ordinal-gap]抓整改。');
    expect(marked('引进企业118家，其中规上企业[173]家。'.replace(/[[\]]/g, ''))).toBe(
      '引进企业118家，其中规上企业[173⟩part-exceeds-whole]家。',
    );
  });
});

describe('marks', () => {
  test('reports a quote without its other half, unless the next paragraph goes on quoting', () => {
    expect(marked('园区推行“一窗受理模式。')).toBe('园区推行[“⟩unpaired-mark]一窗受理模式。');
    expect(marked('受到欢迎）。')).toBe('受到欢迎[）⟩unpaired-mark]。');
  });

  test('reports marks that cross', () => {
    expect(marked('学习《条例（修订》）全文。')).toContain('[》⟩misnested-mark]');
  });

  test('sets single quotes within double ones', () => {
    expect(mended('“要把“放管服”改革推向深入。”')).toBe('“要把‘放管服’改革推向深入。”');
  });

  test('widens half-width marks beside Han and leaves times and ratios alone', () => {
    expect(mended('位置好,交通便利;热线:0731-55512300.')).toBe(
      '位置好，交通便利；热线：0731-55512300.',
    );
    expect(marked('9:30开会，比分3:2，增长1,000万元。')).not.toContain('half-width');
  });

  test('takes one of doubled marks and keeps ……', () => {
    expect(mended('环境整洁，，秩序良好。。')).toBe('环境整洁，秩序良好。');
    expect(marked('他想了想……又点了点头。')).not.toContain('⟩');
  });

  test('puts the stop of a whole quotation inside, that of quoted words outside', () => {
    expect(mended('他说：“路通了，日子也好过了”。')).toBe('他说：“路通了，日子也好过了。”');
    expect(mended('这是检验成效的“试金石。”')).toBe('这是检验成效的“试金石”。');
  });

  test('drops 、 between quotes and before 等', () => {
    expect(mended('“请进来”、“走出去”相结合。')).toBe('“请进来”“走出去”相结合。');
    expect(mended('融资、用工、等服务')).toBe('融资、用工等服务');
    expect(marked('排好队、等待检查。')).not.toContain('mark-before-deng');
  });

  test('reports a paragraph that breaks off', () => {
    const words = '塘高村位于响水乡北部，看到公交车驶入村里';
    expect(marked(words)).toContain('no-end-mark');
    expect(marked(words, 'headline')).not.toContain('no-end-mark');
  });
});

describe('figures, dates and phones', () => {
  test.each([
    ['招工3千人。', '招工3000人。'],
    ['2021年六月十五日', '2021年6月15日'],
    ['2021年3月份开工', '2021年3月开工'],
    ['走访三、四家企业', '走访三四家企业'],
    ['用了7、8天', '用了七八天'],
    ['增长10～15%', '增长10%～15%'],
    ['投资3～5万元', '投资3万～5万元'],
    ['百分之98.5', '98.5%'],
    ['50KG', '50kg'],
    ['大约30名员工左右', '大约30名员工'],
    ['引进二家企业', '引进两家企业'],
    ['2019-2021年', '2019—2021年'],
    ['每天30-50人', '每天30～50人'],
  ])('mends %s', (wrong, right) => {
    expect(mended(wrong)).toBe(right);
  });

  test('leaves 千克, 月份 without year, ordinals and phone numbers alone', () => {
    for (const words of ['5千克、3千瓦', '从今年1月份开始', '第3、4个', '0731-55512300']) {
      expect(marked(words)).toBe(words);
    }
  });

  test('knows the calendar', () => {
    expect(marked('6月31日')).toBe('[6月31日⟩impossible-date]');
    expect(marked('2月29日')).toBe('2月29日');
    expect(marked('2021年2月29日')).toBe('[2021年2月29日⟩impossible-date]');
    expect(mended('6月18日（星期四）')).toBe('6月18日（星期五）');
    expect(marked('6月18日（星期五）')).toBe('6月18日（星期五）');
  });

  test('takes no day after the issue for past, save where the sentence looks ahead', () => {
    expect(marked('6月25日，园区召开总结会。')).toContain('[6月25日⟩date-after-issue]');
    expect(marked('6月25日，园区将召开总结会。')).not.toContain('⟩');
  });

  test('hints at 日前, not at 30日前 and 日前往', () => {
    expect(marked('日前，园区开会。')).toBe('[日前⟩vague-date]，园区开会。');
    expect(marked('6月30日前完成，18日前往园区。')).not.toContain('vague-date');
  });

  test('reports a number that cannot be dialled, and one without area code', () => {
    expect(marked('热线：0731-5551230012')).toContain('phone-number');
    expect(marked('热线：55512300')).toContain('[55512300⟩phone-area-code]');
    expect(marked('热线：12345')).toBe('热线：12345');
  });
});
