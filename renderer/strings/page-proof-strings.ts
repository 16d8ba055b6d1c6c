import { catalogue } from './catalogue.ts';

/** Words of the dialog of page proofs. */
export const pageProofStrings = catalogue({
  zhCn: {
    title: '打样',
    paper: '纸张',
    papers: { a3: 'A3', a4: 'A4 拼贴' },
    paperHints: { a3: '缩到一张 A3 上', a4: '近原大，几张 A4 拼贴' },
    lineNumbers: '标行号，供校对报改',
    against: '对照',
    againstNothing: '不对照',
    start: '出样张',
    note: '样张缩小了图片，不可付印。',
  },
  en: {
    title: 'Page proofs',
    paper: 'Paper',
    papers: { a3: 'A3', a4: 'A4 sheets' },
    paperHints: { a3: 'reduced to one sheet of A3', a4: 'nearly full size, on several sheets' },
    lineNumbers: 'Number the lines for proofreaders',
    against: 'Mark changes since',
    againstNothing: 'Nothing',
    start: 'Make proofs',
    note: 'Proofs have reduced pictures and are not for plates.',
  },
});
