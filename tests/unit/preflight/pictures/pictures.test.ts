import { describe, expect, it } from 'vitest';
import type { Picture } from '#engine/model/issue.ts';
import { checkCredits } from '#engine/preflight/pictures/check-credits.ts';
import { checkPaperBeside } from '#engine/preflight/pictures/check-paper-beside.ts';
import { checkPicturesTwice } from '#engine/preflight/pictures/check-pictures-twice.ts';
import {
  area,
  articleBlock,
  issueOf,
  picture,
  pictureBlock,
} from '#tests/unit/compose/test-page.ts';
import { checkedPage, codesOf, composedPage } from '#tests/unit/preflight/checked-pages.ts';

describe('the credit of a photograph', () => {
  const codes = (change: Partial<Picture>, captionLines = 2) => {
    const blocks = [pictureBlock('p', area(0, 0, 20, 10), captionLines)];
    return codesOf(checkCredits, checkedPage({ blocks, pictures: [picture('p', change)] }));
  };

  it('is missed under a written caption that does not say it', () => {
    expect(codes({ credit: '' })).toEqual(['credit-missing']);
    expect(codes({ credit: '', caption: '数字化车间。李灿晖摄' })).toEqual([]);
    expect(codes({ credit: '', caption: '' })).toEqual([]);
  });

  it('is not missed where no caption is printed, or no photograph stands', () => {
    expect(codes({ credit: '' }, 0)).toEqual([]);
    expect(codes({ credit: '', asset: undefined })).toEqual([]);
  });

  it('stands in brackets', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ credit: '(李灿晖 摄)' })).toEqual(['credit-without-brackets']);
  });
});

describe('a photograph that stands twice', () => {
  const inset = { picture: 'q', area: area(0, 0, 8, 8), captionLines: 1, gap: 1 };
  const story = articleBlock('a', area(0, 0, 20, 20), { pictures: [inset] });

  it('is told at the later place, with the page of the first', () => {
    const issue = issueOf({
      blocks: [pictureBlock('p', area(0, 0, 20, 10), 0)],
      further: [[story]],
      articles: { a: '正文。' },
      pictures: [picture('p'), picture('q')],
    });
    expect(checkPicturesTwice(composedPage(issue))).toEqual([]);
    expect(checkPicturesTwice(composedPage(issue, 1))).toEqual([
      {
        code: 'picture-twice',
        severity: 'warns',
        where: { block: 'block-a', text: 'picture:q' },
        values: { page: 'A06' },
      },
    ]);
  });

  it('is another one when its file is', () => {
    const other = picture('q', { asset: `${'1'.repeat(64)}.jpg` });
    const blocks = [pictureBlock('p', area(0, 20, 20, 10), 0), story];
    const test = { blocks, articles: { a: '正文。' }, pictures: [picture('p'), other] };
    expect(checkPicturesTwice(checkedPage(test))).toEqual([]);
  });
});

describe('a picture that shows whole', () => {
  // 20 characters of 10 pt: a picture of 3 to 2 is 133 pt high, eleven lines of 12 pt and a little.
  const told = (lines: number, change: Partial<Picture> = { whole: true }) => {
    const blocks = [pictureBlock('p', area(0, 0, 20, lines), 0)];
    const page = checkedPage({ blocks, pictures: [picture('p', change)] });
    return checkPaperBeside(page).map(({ values }) => values.lines);
  };

  it('is told when three lines of paper and more are left over and under it', () => {
    expect(told(20)).toEqual([8]);
    expect(told(15)).toEqual([3]);
    expect(told(14)).toEqual([]);
  });

  it('fills its frame when it is cropped, and may be still to come', () => {
    expect(told(20, { whole: false })).toEqual([]);
    expect(told(20, { whole: true, asset: undefined })).toEqual([]);
  });
});
