import { describe, expect, it } from 'vitest';
import {
  fieldEdit,
  fieldText,
  mayHaveLines,
  neighbouringText,
} from '#renderer/story-editor/fields.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';
import { editedIssue } from './edited-issue.ts';

const sample = sampleIssue();
const [grid] = Object.keys(sample.adGrids);
const [picture] = Object.keys(sample.pictures);
const blockOf = (kind: string) =>
  sample.pages[0]?.blocks.find((block) => block.kind === kind)?.id ?? '';

const FIELDS = [
  'article:lead/kicker',
  'article:lead/headline',
  'article:lead/deck',
  `picture:${picture}/caption`,
  `picture:${picture}/credit`,
  `adGrid:${grid}/cell:0/text`,
  `adGrid:${grid}/cell:1/name`,
  `adGrid:${grid}/cell:1/latinName`,
  `adGrid:${grid}/cell:1/slogan`,
  `adGrid:${grid}/cell:1/label`,
  `adGrid:${grid}/cell:1/number`,
  `block:${blockOf('group')}/standingHead`,
  `block:${blockOf('imprint')}/text`,
  'issue/supplement',
];

describe('every field of the page', () => {
  it.each(FIELDS)('%s takes words, gives them back, and is undone', (name) => {
    const open = editedIssue(sample);
    const before = fieldText(open.issue(), name);
    expect(before).toBeDefined();
    const edit = fieldEdit(open.issue(), name, '园区新词');
    expect(edit && open.edit('输入', edit)).toMatchObject({ ok: true });
    expect(fieldText(open.issue(), name)).toBe('园区新词');
    open.undo.undo();
    expect(open.issue()).toEqual(sample);
  });
});

describe('names of no field', () => {
  it.each(['article:nobody/headline', 'article:lead/slugline', `adGrid:${grid}/cell:0/name`])(
    '%s has no words and no edit',
    (name) => {
      expect(fieldText(sample, name)).toBeUndefined();
      expect(fieldEdit(sample, name, '园')).toBeUndefined();
    },
  );
});

describe('the Tab key', () => {
  it('goes from kicker to headline, deck and story, and back', () => {
    const row = ['kicker', 'headline', 'deck', 'story'].map((field) => `article:lead/${field}`);
    for (const [place, name] of row.entries()) {
      expect(neighbouringText(sample, name, 1)).toBe(row[place + 1]);
      expect(neighbouringText(sample, name, -1)).toBe(place === 0 ? undefined : row[place - 1]);
    }
    expect(neighbouringText(sample, 'article:lead/story:3', -1)).toBe('article:lead/deck');
  });

  it('goes through the words of a partner cell, and on to the next cell', () => {
    expect(neighbouringText(sample, `adGrid:${grid}/cell:0/text`, 1)).toBe(
      `adGrid:${grid}/cell:1/name`,
    );
    expect(neighbouringText(sample, `adGrid:${grid}/cell:1/number`, 1)).toBe(
      `adGrid:${grid}/cell:2/name`,
    );
  });
});

describe('lines broken by hand', () => {
  it('are for kicker, headline and deck', () => {
    expect(FIELDS.filter(mayHaveLines)).toEqual(FIELDS.slice(0, 3));
  });
});
