import type { KeptVersion } from '#host/contract.ts';
import { catalogue } from './catalogue.ts';

type Reason = KeptVersion['reason'];

/** Words of the comparison of two states of a page. */
export const comparisonStrings = catalogue({
  zhCn: {
    title: '对照旧版',
    before: '旧',
    after: '新',
    page: '版面',
    pageName: (number: string, name: string) => `${number}　${name}`,
    now: '现在',
    version: (time: string, reason: Reason, note: string) => {
      const word = { pressed: '出片', delivered: '送印', signed: '签样', 'by hand': '留底' }[
        reason
      ];
      return note === '' ? `${time}　${word}` : `${time}　${word}　${note}`;
    },
    elsewhere: (folder: string) => `另一期　${folder}`,
    otherIssue: '与另一期对照…',
    keep: '留底',
    kept: '已留底。',
    look: '看法',
    looks: { beside: '并排', overlaid: '叠合', flipped: '换看' },
    lookHints: {
      beside: '旧版在左，新版在右',
      overlaid: '旧版染红、新版染青，没有改动的不变色',
      flipped: '新旧两版在同一位置换着看',
    },
    size: '大小',
    sizes: { fit: '整版', '1.5': '150%', '3': '300%' },
    side: '现在看的',
    flips: '自动换',
    overlayKey: '红：旧版有的　青：新版有的',
    print: '打样…',
    changes: '改动',
    count: (count: number) => (count === 0 ? '没有改动。' : `改动 ${count} 处`),
    next: '下一处',
    previous: '上一处',
    coming: '正在读取并排版……',
    nothingKept: '本期还没有留底。出片、送印时会自动留底；也可以先按“留底”，或与另一期对照。',
    noPage: (page: string) => `那时还没有 ${page} 版。`,
    noTemplate: '那一版所用的模板不在本机。',
    pageOf: (side: string, page: string) => `${side}：${page} 版`,
  },
  en: {
    title: 'Compare versions',
    before: 'Old',
    after: 'New',
    page: 'Page',
    pageName: (number: string, name: string) => `${number} ${name}`,
    now: 'Now',
    version: (time: string, reason: Reason, note: string) => {
      const word = reason === 'by hand' ? 'kept' : reason;
      return note === '' ? `${time}, ${word}` : `${time}, ${word}: ${note}`;
    },
    elsewhere: (folder: string) => `Other issue: ${folder}`,
    otherIssue: 'With another issue…',
    keep: 'Keep this state',
    kept: 'The state is kept.',
    look: 'Look',
    looks: { beside: 'Beside', overlaid: 'Overlaid', flipped: 'In turn' },
    lookHints: {
      beside: 'the old page on the left, the new one on the right',
      overlaid: 'the old page in red, the new one in cyan; no tint where they agree',
      flipped: 'one after the other in the same place',
    },
    size: 'Size',
    sizes: { fit: 'Page', '1.5': '150%', '3': '300%' },
    side: 'Showing',
    flips: 'Flip by itself',
    overlayKey: 'Red: on the old page. Cyan: on the new one',
    print: 'Page proofs…',
    changes: 'Changes',
    count: (count: number) => {
      if (count === 0) return 'Nothing has changed.';
      return count === 1 ? '1 change' : `${count} changes`;
    },
    next: 'Next',
    previous: 'Previous',
    coming: 'Reading and composing…',
    nothingKept:
      'No state of this issue is kept yet. Pressing and delivering keep one; ' +
      'or keep one now, or compare with another issue.',
    noPage: (page: string) => `There was no page ${page} then.`,
    noTemplate: 'The template of that page is not on this machine.',
    pageOf: (side: string, page: string) => `${side}: page ${page}`,
  },
});
