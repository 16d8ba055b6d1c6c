import { describe, expect, it } from 'vitest';
import { brokenHeadline, headlineLines } from './stub-headline.ts';

/** Every headline of the seed with the breaks a sub-editor accepts at 8, 10, 14, 22 and 30 em. */
const ACCEPTED: Readonly<Record<string, readonly (readonly [number, ...string[]])[]>> = {
  '湘潭经开区： 学史力行，把满意写进群众心里': [
    [
      8,
      '湘潭经开区：|学史力行，把满意|写进群众心里',
      '湘潭经开区：|学史力行，|把满意写进|群众心里',
    ],
    [10, '湘潭经开区：|学史力行，|把满意写进群众心里'],
    [14, '湘潭经开区： 学史力行，|把满意写进群众心里'],
    [22, '湘潭经开区： 学史力行，把满意写进群众心里'],
    [30, '湘潭经开区： 学史力行，把满意写进群众心里'],
  ],
  '深化校企合作 促进产学研融合': [
    [8, '深化校企合作|促进产学研融合'],
    [10, '深化校企合作|促进产学研融合'],
    [14, '深化校企合作 促进产学研融合'],
    [22, '深化校企合作 促进产学研融合'],
    [30, '深化校企合作 促进产学研融合'],
  ],
  '湘潭高新区与湘潭技师学院 签订战略合作框架协议': [
    [
      8,
      '湘潭高新区|与湘潭技师学院|签订战略合作|框架协议',
      '湘潭高新区|与湘潭技师学院|签订战略|合作框架协议',
    ],
    [10, '湘潭高新区|与湘潭技师学院|签订战略合作框架协议'],
    [14, '湘潭高新区与湘潭技师学院|签订战略合作框架协议'],
    [22, '湘潭高新区与湘潭技师学院|签订战略合作框架协议'],
    [30, '湘潭高新区与湘潭技师学院 签订战略合作框架协议'],
  ],
  湘潭高新区与湘潭技师学院签订战略合作框架协议: [
    [10, '湘潭高新区|与湘潭技师学院|签订战略合作框架协议'],
    [14, '湘潭高新区与湘潭技师学院|签订战略合作框架协议'],
    [22, '湘潭高新区与湘潭技师学院签订战略合作框架协议'],
  ],
  '湘潭经开区：“亲商优商企业接待日” 搭建服务企业连心桥': [
    [8, '湘潭经开区：|“亲商优商|企业接待日”|搭建服务|企业连心桥'],
    [10, '湘潭经开区：|“亲商优商企业接待日”|搭建服务企业连心桥'],
    [14, '湘潭经开区：|“亲商优商企业接待日”|搭建服务企业连心桥'],
    [22, '湘潭经开区：“亲商优商企业接待日”|搭建服务企业连心桥'],
    [30, '湘潭经开区：“亲商优商企业接待日” 搭建服务企业连心桥'],
  ],
  各园区部署安全生产工作: [
    [8, '各园区部署|安全生产工作'],
    [10, '各园区部署|安全生产工作'],
    [14, '各园区部署安全生产工作'],
    [22, '各园区部署安全生产工作'],
    [30, '各园区部署安全生产工作'],
  ],
  '雨湖高新区：认识再提升 责任再压实': [
    [8, '雨湖高新区：|认识再提升|责任再压实'],
    [10, '雨湖高新区：|认识再提升|责任再压实'],
    [14, '雨湖高新区：|认识再提升 责任再压实'],
    [22, '雨湖高新区：认识再提升 责任再压实'],
    [30, '雨湖高新区：认识再提升 责任再压实'],
  ],
  '湘潭经开区：全力确保园区 社会大局和谐稳定': [
    [8, '湘潭经开区：|全力确保园区|社会大局和谐稳定'],
    [10, '湘潭经开区：|全力确保园区|社会大局和谐稳定'],
    [14, '湘潭经开区：全力确保园区|社会大局和谐稳定'],
    [22, '湘潭经开区：全力确保园区 社会大局和谐稳定'],
    [30, '湘潭经开区：全力确保园区 社会大局和谐稳定'],
  ],
  '韶山高新区：全员动员 加强督查': [
    [8, '韶山高新区：|全员动员|加强督查'],
    [10, '韶山高新区：|全员动员 加强督查'],
    [14, '韶山高新区：|全员动员 加强督查'],
    [22, '韶山高新区：全员动员 加强督查'],
    [30, '韶山高新区：全员动员 加强督查'],
  ],
  '湘潭高新区：22家企业入选省产融合作制造业重点企业名单': [
    [8, '湘潭高新区：|22家企业入选|省产融合作制造业|重点企业名单'],
    [10, '湘潭高新区：|22家企业|入选省产融合作|制造业重点企业名单'],
    [14, '湘潭高新区：22家企业入选|省产融合作制造业重点企业名单'],
    [22, '湘潭高新区：22家企业|入选省产融合作制造业重点企业名单'],
    [30, '湘潭高新区：22家企业入选省产融合作制造业重点企业名单'],
  ],
  天易中学进入开学倒计时: [
    [8, '天易中学|进入开学倒计时'],
    [10, '天易中学|进入开学倒计时'],
    [14, '天易中学进入开学倒计时'],
    [22, '天易中学进入开学倒计时'],
    [30, '天易中学进入开学倒计时'],
  ],
  '湘乡经开区：推进“五好园区”创建工作': [
    [8, '湘乡经开区：|推进“五好园区”|创建工作'],
    [10, '湘乡经开区：|推进“五好园区”|创建工作'],
    [14, '湘乡经开区：|推进“五好园区”创建工作'],
    [22, '湘乡经开区：推进“五好园区”创建工作'],
    [30, '湘乡经开区：推进“五好园区”创建工作'],
  ],
  '湘潭经开区响水乡：绿心地区民生饮水工程暖人心': [
    [8, '湘潭经开区|响水乡：|绿心地区民生|饮水工程暖人心'],
    [10, '湘潭经开区响水乡：|绿心地区民生|饮水工程暖人心'],
    [14, '湘潭经开区响水乡：|绿心地区民生饮水工程暖人心'],
    [22, '湘潭经开区响水乡：绿心地区民生饮水工程暖人心'],
    [30, '湘潭经开区响水乡：绿心地区民生饮水工程暖人心'],
  ],
  '湘潭经开区九华街道：学校社区共建共享探索基层治理新模式': [
    [8, '湘潭经开区|九华街道：|学校社区共建共享|探索基层|治理新模式'],
    [10, '湘潭经开区九华街道：|学校社区共建共享|探索基层治理新模式'],
    [14, '湘潭经开区九华街道：|学校社区共建共享|探索基层治理新模式'],
    [22, '湘潭经开区九华街道：|学校社区共建共享探索基层治理新模式'],
    [30, '湘潭经开区九华街道：学校社区共建共享探索基层治理新模式'],
  ],
};

/** Headlines of other pages, as a guard against rules that only know the seed. */
const FURTHER: readonly (readonly [string, number, ...string[]])[] = [
  ['高新区全力打造先进制造业高地', 10, '高新区全力打造|先进制造业高地'],
  ['把论文写在祖国大地上', 8, '把论文|写在祖国大地上', '把论文写在|祖国大地上'],
  ['总投资12.5亿元的新能源项目落户岳塘', 12, '总投资12.5亿元的|新能源项目落户岳塘'],
  [
    '市委书记调研《长株潭都市圈发展规划》落实情况',
    16,
    '市委书记调研|《长株潭都市圈发展规划》落实情况',
  ],
  ['省级专精特新“小巨人”企业达到318家', 12, '省级专精特新|“小巨人”企业达到318家'],
  ['引进GE、ABB等企业共12家落户园区', 12, '引进GE、ABB等企业|共12家落户园区'],
];

describe('headline breaks', () => {
  for (const [headline, breaks] of Object.entries(ACCEPTED)) {
    it(`divides ${headline} as a sub-editor does`, () => {
      for (const [measureEm, ...accepted] of breaks) {
        expect(accepted, `at ${measureEm} em`).toContain(
          headlineLines(headline, measureEm, { most: 5 }),
        );
      }
    });
  }

  it('divides headlines of other pages by the sense', () => {
    for (const [headline, measureEm, ...accepted] of FURTHER) {
      expect(accepted).toContain(headlineLines(headline, measureEm));
    }
  });

  it('keeps the name of a zone together', () => {
    expect(headlineLines('学习湘潭经开区先进经验', 8)).toBe('学习湘潭经开区|先进经验');
    expect(headlineLines('专家齐聚湘潭高新区共话发展', 10)).toBe('专家齐聚湘潭高新区|共话发展');
  });

  it('does not end on a line of two characters where another break will do', () => {
    expect(headlineLines('集中开工仪式', 4)).toBe('集中|开工仪式');
  });

  it('keeps every break made by hand and makes no other when the lines fit', () => {
    expect(headlineLines('认识再\n提升责任再压实', 12)).toBe('认识再|提升责任再压实');
  });

  it('divides a line of manuscript that is still too wide', () => {
    const text = '雨湖高新区：\n认识再提升责任再压实';
    expect(headlineLines(text, 8)).toBe('雨湖高新区：|认识再提升|责任再压实');
  });

  it('cuts a word only when no whole word fits, and says so', () => {
    const broken = brokenHeadline('技师学院', 3);
    expect(broken).toMatchObject({ fits: true, cutsWord: true });
    expect(brokenHeadline('湘潭技师学院', 5)).toMatchObject({ fits: true, cutsWord: false });
  });

  it('says when the lines allowed are too narrow, and takes the least wide', () => {
    const broken = brokenHeadline('湘潭高新区与湘潭技师学院签订战略合作框架协议', 6, { most: 2 });
    expect(broken.fits).toBe(false);
    expect(broken.lines.map((line) => line.widthEm)).toEqual([12, 10]);
  });

  it('makes two lines when two are asked for', () => {
    const lines = headlineLines('天易中学进入开学倒计时', 30, { least: 2, most: 2 });
    expect(lines).toBe('天易中学|进入开学倒计时');
  });

  it('gives a headline without text one empty line', () => {
    expect(brokenHeadline('', 10)).toMatchObject({ fits: true, lines: [{ start: 0, end: 0 }] });
  });

  it('finds the lines of a hundred characters at once', () => {
    const text = '湘潭经开区九华街道学校社区共建共享探索基层治理新模式'.repeat(4);
    const broken = brokenHeadline(text, 26, { most: 5 });
    expect(broken.fits).toBe(true);
    expect(broken.lines.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  });
});
