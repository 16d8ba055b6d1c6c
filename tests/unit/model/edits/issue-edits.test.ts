import { describe, expect, it } from 'vitest';
import { EMPTY_AD_CELL } from '#engine/model/ad-cells.ts';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { Block } from '#engine/model/issue.ts';
import { createIssueDoc } from '#engine/model/issue-doc.ts';
import { planPages } from '#engine/model/plan-pages.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { expectRefusal, obeyFourLaws } from '#tests/unit/model/four-laws.ts';
import { testArticle } from '#tests/unit/model/marked-story.ts';
import { pageTemplate, sampleIssue } from '#tests/unit/model/sample-issue.ts';

const issue = sampleIssue();
const page = issue.pages[0];
if (!page) throw new Error('the sample has no page');

function blockOf(edited: typeof issue, id: string): Block {
  const block = edited.pages.flatMap(({ blocks }) => blocks).find((one) => one.id === id);
  if (!block) throw new Error(`no block ${id}`);
  return block;
}

describe('articles', () => {
  it('writes a headline and keeps the caret beside the change', () => {
    const text = '学史力行，把满意写在群众心里';
    const edited = obeyFourLaws(
      issue,
      { kind: 'setHeadlinePart', article: 'lead', part: 'headline', text },
      [
        {
          before: { text: 'article:lead/headline', offset: 12 },
          after: { text: 'article:lead/headline', offset: 12 },
        },
        {
          before: { text: 'article:lead/kicker', offset: 3 },
          after: { text: 'article:lead/kicker', offset: 3 },
        },
      ],
    );
    expect(edited.articles.lead?.headline).toBe(text);
  });

  it('takes a kicker away and gives a deck', () => {
    const part = { kind: 'setHeadlinePart', article: 'lead' } as const;
    const plain = obeyFourLaws(issue, { ...part, part: 'kicker', text: '' });
    expect(plain.articles.lead?.kicker).toBeUndefined();
    const decked = obeyFourLaws(issue, { ...part, part: 'deck', text: '办实事' });
    expect(decked.articles.lead?.deck).toBe('办实事');
  });

  it('renames the slugline', () => {
    const edited = obeyFourLaws(issue, { kind: 'setSlugline', article: 'lead', slugline: '头条' });
    expect(edited.articles.lead?.slugline).toBe('头条');
  });

  it('tracks a story, and forgets a tracking of 0', () => {
    const track = { kind: 'setTracking', article: 'lead' } as const;
    const tight = obeyFourLaws(issue, { ...track, tracking: -2 });
    expect(tight.articles.lead?.tracking).toBe(-2);
    const even = obeyFourLaws(tight, { ...track, tracking: 0 });
    expect(even.articles.lead).toEqual(issue.articles.lead);
    expectRefusal(issue, { ...track, article: 'gone', tracking: 1 }, 'no such article');
  });

  it('adds an article and takes it out again', () => {
    const article = testArticle('late', '{leadIn:本报讯}末班稿件\n# 插题\n+ 正文');
    const edited = obeyFourLaws(issue, { kind: 'addedArticle', article });
    expect(edited.articles.late).toEqual(article);
    expectRefusal(edited, { kind: 'addedArticle', article }, 'id is taken');
    const without = obeyFourLaws(edited, { kind: 'removedArticle', article: 'late' }, [
      { before: { text: 'article:late/story', offset: 2 }, after: undefined },
      {
        before: { text: 'article:lead/story', offset: 2 },
        after: { text: 'article:lead/story', offset: 2 },
      },
    ]);
    expect(without).toEqual(issue);
  });

  it('keeps an article that still stands on a page', () => {
    expectRefusal(issue, { kind: 'removedArticle', article: 'brief-jiuhua' }, 'still on a page');
  });
});

describe('blocks', () => {
  it('moves a block with its cutouts and inset pictures', () => {
    const area = { column: 10, line: 20, columns: 5, lines: 4 };
    const inset = { picture: 'workshop', area, captionLines: 1, gap: 1 };
    const block = { ...blockOf(issue, 'lead'), cutouts: [area], pictures: [inset] } as Block;
    const pages = [{ ...page, blocks: [block] }];
    const edited = obeyFourLaws(
      { ...issue, pages },
      {
        kind: 'movedBlock',
        block: 'lead',
        column: block.area.column + 1,
        line: block.area.line + 2,
      },
    );
    const moved = { ...area, column: 11, line: 22 };
    expect(blockOf(edited, 'lead')).toMatchObject({
      cutouts: [moved],
      pictures: [{ area: moved }],
    });
  });

  it('refuses to move a block off the page', () => {
    const edit = { kind: 'movedBlock', block: 'lead', column: -0.5, line: 3 } as const;
    expectRefusal(issue, edit, 'outside the page');
    expectRefusal(issue, { ...edit, block: 'other' }, 'no such block');
  });

  it('resizes a block to an L', () => {
    const area = { column: 0, line: 3, columns: 62, lines: 40 };
    const cutouts = [{ column: 32, line: 30, columns: 30, lines: 13 }];
    const edited = obeyFourLaws(issue, { kind: 'resizedBlock', block: 'lead', area, cutouts });
    expect(blockOf(edited, 'lead')).toMatchObject({ area, cutouts });
  });

  it('takes a block off the page and puts it back in its place', () => {
    const edited = obeyFourLaws(issue, { kind: 'removedBlock', block: 'cooperation' });
    const order = page.blocks.map(({ id }) => id).filter((id) => id !== 'cooperation');
    expect(edited.pages[0]?.blocks.map(({ id }) => id)).toEqual(order);
  });

  it('adds blocks at one place again and again', () => {
    const doc = createIssueDoc(issue, 1);
    const rule = { ...blockOf(issue, 'folio'), kind: 'rule' } as Block;
    const ids = Array.from({ length: 80 }, (_, index) => `rule-${index}`);
    for (const id of ids) {
      const edit = { kind: 'addedBlock', page: page.id, index: 1, block: { ...rule, id } } as const;
      expect(applyEdit(doc, edit).ok).toBe(true);
    }
    const [first, ...others] = page.blocks.map(({ id }) => id);
    expect(readIssue(doc).pages[0]?.blocks.map(({ id }) => id)).toEqual([
      first,
      ...ids.reverse(),
      ...others,
    ]);
  });

  it('refuses a block that shows what is not there, and a second one of the same id', () => {
    const lead = blockOf(issue, 'lead');
    const added = { kind: 'addedBlock', page: page.id, index: 0 } as const;
    expectRefusal(issue, { ...added, block: lead }, 'id is taken');
    const stranger = { ...lead, id: 'new', article: 'unknown' } as Block;
    expectRefusal(issue, { ...added, block: stranger }, 'names nothing in the issue');
    expectRefusal(issue, { ...added, page: 'a99', block: lead }, 'no such page');
  });

  it('puts the blocks in another reading order', () => {
    const order = page.blocks.map(({ id }) => id).reverse();
    const edited = obeyFourLaws(issue, { kind: 'reorderedBlocks', page: page.id, order });
    expect(edited.pages[0]?.blocks.map(({ id }) => id)).toEqual(order);
    const short = { kind: 'reorderedBlocks', page: page.id, order: order.slice(1) } as const;
    expectRefusal(issue, short, 'not an order of these blocks');
    const doubled = [...order.slice(1), order[1] ?? ''];
    expectRefusal(issue, { ...short, order: doubled }, 'not an order of these blocks');
  });

  it('sets columns, tint, border and lock', () => {
    const set = { kind: 'setBlockProperty', block: 'lead' } as const;
    const columns = { count: 3, mode: 'free', gutter: 1, rule: true, balance: false };
    const inThree = obeyFourLaws(issue, { ...set, property: 'columns', value: columns });
    expect(blockOf(inThree, 'lead')).toMatchObject({ columns });
    const tinted = obeyFourLaws(issue, { ...set, property: 'tint', value: 'paleWarm' });
    expect(blockOf(tinted, 'lead').tint).toBe('paleWarm');
    const clear = obeyFourLaws(tinted, { ...set, property: 'tint', value: undefined });
    expect(blockOf(clear, 'lead').tint).toBeUndefined();
    const locked = obeyFourLaws(issue, { ...set, property: 'locked', value: true });
    expect(blockOf(locked, 'lead').locked).toBe(true);
  });

  it('refuses a property that the block does not have', () => {
    const edit = { kind: 'setBlockProperty', block: 'folio', property: 'columns' } as const;
    expectRefusal(issue, { ...edit, value: { count: 2 } }, 'property does not fit the block');
    const slip = { kind: 'setBlockProperty', block: 'lead', property: 'columns' } as const;
    expectRefusal(issue, { ...slip, value: { count: 'two' } }, 'property does not fit the block');
    const picture = { kind: 'setBlockProperty', block: 'workshop', property: 'picture' } as const;
    expectRefusal(issue, { ...picture, value: 'other' }, 'names nothing in the issue');
  });
});

describe('pictures and ads', () => {
  const photograph = { asset: `${'ab'.repeat(32)}.jpg`, widthPx: 3000, heightPx: 2000 };

  it('places a photograph and empties the slot', () => {
    const placed = { kind: 'placedPicture', picture: 'workshop' } as const;
    const edited = obeyFourLaws(issue, { ...placed, photograph });
    expect(edited.pictures.workshop).toMatchObject(photograph);
    const emptied = obeyFourLaws(edited, { ...placed, photograph: undefined });
    expect(emptied.pictures.workshop?.asset).toBeUndefined();
  });

  it('knows line art from a photograph, and forgets it with the file', () => {
    const placed = { kind: 'placedPicture', picture: 'workshop' } as const;
    const seal = { ...photograph, lineArt: 'strokes' } as const;
    const edited = obeyFourLaws(issue, { ...placed, photograph: seal });
    expect(edited.pictures.workshop?.lineArt).toBe('strokes');
    const replaced = obeyFourLaws(edited, { ...placed, photograph });
    expect(replaced.pictures.workshop).not.toHaveProperty('lineArt');
  });

  it('keeps how a picture was made of an ad, until another file fills the slot', () => {
    const placed = { kind: 'placedPicture', picture: 'workshop' } as const;
    const rasterised = { page: 1, ppi: 300, reason: 'ad-font-drawn' };
    const made = obeyFourLaws(issue, { ...placed, photograph: { ...photograph, rasterised } });
    expect(made.pictures.workshop?.rasterised).toEqual(rasterised);
    const replaced = obeyFourLaws(made, { ...placed, photograph });
    expect(replaced.pictures.workshop).not.toHaveProperty('rasterised');
  });

  it('changes the caption and keeps the credit', () => {
    const changes = { caption: '图为数字化车间。', greyscale: true };
    const edited = obeyFourLaws(issue, { kind: 'setPicture', picture: 'workshop', changes }, [
      {
        before: { text: 'picture:workshop/credit', offset: 4 },
        after: { text: 'picture:workshop/credit', offset: 4 },
      },
    ]);
    expect(edited.pictures.workshop).toMatchObject({ ...changes, credit: '（李灿晖 摄）' });
  });

  it('adds a picture and takes it out again', () => {
    const workshop = issue.pictures.workshop;
    if (!workshop) throw new Error('no picture');
    const edited = obeyFourLaws(issue, {
      kind: 'addedPicture',
      picture: { ...workshop, id: 'second', asset: undefined },
    });
    expect(Object.keys(edited.pictures)).toEqual(['second', 'workshop']);
    expect(obeyFourLaws(edited, { kind: 'removedPicture', picture: 'second' })).toEqual(issue);
    expectRefusal(issue, { kind: 'removedPicture', picture: 'workshop' }, 'still on a page');
  });

  it('fills an ad cell', () => {
    const content = {
      ...EMPTY_AD_CELL,
      name: '湘潭高新区',
      slogan: '智慧·新时代·速度·新未来',
      hotline: { label: '招商热线', number: '0731-55550000' },
    } as const;
    const edit = { kind: 'filledAdCell', adGrid: 'partners', cell: 1, content } as const;
    const edited = obeyFourLaws(issue, edit, [
      {
        before: { text: 'adGrid:partners/cell:1/slogan', offset: 3 },
        after: { text: 'adGrid:partners/cell:1/slogan', offset: 3 },
      },
    ]);
    expect(edited.adGrids.partners?.cells[1]).toEqual(content);
    expectRefusal(issue, { ...edit, cell: 8 }, 'no such ad cell');
  });
});

describe('pages', () => {
  it('lays the issue on the plan of another template', () => {
    const { pages, unplaced } = planPages(issue, pageTemplate('park-tabloid'));
    expect(unplaced).toEqual([]);
    const edited = obeyFourLaws(issue, { kind: 'relaidPages', pages });
    expect(edited.pages).toEqual(pages);
    expect(pages.length).toBeGreaterThan(1);
  });

  it('leaves off blocks of a plan whose articles are not in the issue', () => {
    const { lead, ...others } = issue.articles;
    const { pages, unplaced } = planPages(
      { ...issue, articles: others, pictures: {} },
      pageTemplate('park-broadsheet'),
    );
    expect(lead).toBeDefined();
    expect(unplaced).toEqual([]);
    const ids = pages.flatMap(({ blocks }) => blocks.map(({ id }) => id));
    expect(ids).not.toContain('lead');
    expect(ids).toContain('briefs');
  });
});

describe('edits together', () => {
  const retitle = { kind: 'setHeadlinePart', article: 'lead', part: 'deck', text: '一' } as const;

  it('carries them out as one step, each on what the one before left', () => {
    obeyFourLaws(
      issue,
      {
        kind: 'editsTogether',
        edits: [
          { kind: 'removedBlock', block: 'cooperation' },
          { kind: 'removedArticle', article: 'cooperation' },
          retitle,
        ],
      },
      [{ before: { text: 'article:cooperation/story', offset: 0 }, after: undefined }],
    );
  });

  it('changes nothing when one of them is impossible', () => {
    const impossible = { kind: 'removedArticle', article: 'lead' } as const;
    const edit = { kind: 'editsTogether', edits: [retitle, impossible] } as const;
    expectRefusal(issue, edit, 'still on a page');
  });
});
