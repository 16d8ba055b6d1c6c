import { describe, expect, it } from 'vitest';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import { contentClientId, createIssueDoc, issueRoots } from '#engine/model/issue-doc.ts';
import {
  decodeIssueDoc,
  encodeIssueDoc,
  type IssueDoc,
  mergeUpdate,
  watchUpdates,
} from '#engine/model/issue-updates.ts';
import { childMap, readIssue, storyOf } from '#engine/model/read-issue.ts';
import { storyText } from '#engine/model/story-text.ts';
import { createUndo } from '#engine/model/undo.ts';
import { testIssue } from './marked-story.ts';
import { sampleIssue } from './sample-issue.ts';

const sample = sampleIssue();

function typed(start: number, text: string): Edit {
  const content = [{ kind: 'body', runs: [{ text, role: 'plain' }], looseness: 0 }] as const;
  return { kind: 'replacedText', article: 'lead', start, end: start, content };
}

function leadText(doc: IssueDoc): string {
  const story = readIssue(doc).articles.lead?.story;
  return story ? storyText(story) : '';
}

describe('undo', () => {
  it('takes text and layout back step by step, with their names', () => {
    const doc = createIssueDoc(sample, 1);
    const undo = createUndo(doc);
    undo.step('move block', () =>
      applyEdit(doc, { kind: 'movedBlock', block: 'flag', column: 0, line: 0 }),
    );
    undo.step('type', () => {
      applyEdit(doc, typed(0, '一'));
      applyEdit(doc, typed(1, '二'));
    });
    expect(undo.undoName()).toBe('type');
    expect(undo.undo()).toBe(true);
    expect(undo.undoName()).toBe('move block');
    expect(undo.redoName()).toBe('type');
    expect(undo.undo()).toBe(true);
    expect(readIssue(doc)).toEqual(sample);
    expect(undo.undo()).toBe(false);
    expect(undo.redo()).toBe(true);
    expect(undo.redo()).toBe(true);
    expect(undo.undoName()).toBe('type');
    expect(leadText(doc).startsWith('一二本报讯')).toBe(true);
    undo.close();
  });

  it('makes one step of edits of one series, unless another step came between', () => {
    const doc = createIssueDoc(sample, 1);
    const undo = createUndo(doc);
    const series = { task: 'move the flag' };
    const moved = (column: number, wanted?: typeof series) =>
      undo.step(
        'move block',
        () => applyEdit(doc, { kind: 'movedBlock', block: 'flag', column, line: 0 }),
        wanted,
      );
    moved(0);
    const first = readIssue(doc);
    moved(1, series);
    moved(2, series);
    undo.undo();
    expect(readIssue(doc)).toEqual(first);
    moved(1, series);
    undo.step('type', () => applyEdit(doc, typed(0, '一')));
    const between = readIssue(doc);
    moved(2, series);
    undo.undo();
    expect(readIssue(doc)).toEqual(between);
    undo.close();
  });

  it('brings a removed block back', () => {
    const doc = createIssueDoc(sample, 1);
    const undo = createUndo(doc);
    applyEdit(doc, { kind: 'removedBlock', block: 'lead' });
    undo.undo();
    expect(readIssue(doc)).toEqual(sample);
  });

  it('leaves the edits of another desk alone', () => {
    const here = createIssueDoc(testIssue({ lead: '正文' }), 7);
    const there = createIssueDoc(testIssue({ lead: '正文' }), 7);
    here.clientID = 1;
    there.clientID = 2;
    watchUpdates(there, (update) => {
      mergeUpdate(here, update);
    });
    const undo = createUndo(here);
    applyEdit(here, typed(0, '此'));
    applyEdit(there, typed(2, '彼'));
    expect(leadText(here)).toBe('此正文彼');
    undo.undo();
    expect(leadText(here)).toBe('正文彼');
  });

  it('takes a slowly composed word away whole', async () => {
    const doc = createIssueDoc(testIssue({ lead: '前后' }), 1);
    const typing = 'story editor';
    const undo = createUndo(doc, [typing]);
    const paragraph = storyOf(childMap(issueRoots(doc).articles, 'lead')).toArray()[0];
    const text = paragraph && 'toArray' in paragraph ? paragraph.toArray()[0] : undefined;
    if (!text || !('applyDelta' in text)) throw new Error('no text');
    const compose = (from: number, length: number, word: string) => {
      doc.transact(() => {
        text.delete(from, length);
        text.insert(from, word);
      }, typing);
    };
    undo.beginComposition();
    compose(1, 0, 'yuan');
    // Longer than the typing pause: without the cure undo would stop here and show the pinyin.
    await new Promise((resume) => setTimeout(resume, 600));
    compose(1, 4, '园区');
    undo.endComposition();
    expect(leadText(doc)).toBe('前园区后');
    undo.undo();
    expect(leadText(doc)).toBe('前后');
  });
});

describe('updates', () => {
  it('rebuild the document in order', () => {
    const doc = createIssueDoc(sample, 1);
    const log = [encodeIssueDoc(doc)];
    const stop = watchUpdates(doc, (update) => log.push(update));
    applyEdit(doc, typed(5, '一'));
    applyEdit(doc, { kind: 'removedBlock', block: 'lead' });
    stop();
    applyEdit(doc, { kind: 'removedBlock', block: 'flag' });
    expect(log).toHaveLength(3);
    const opened = decodeIssueDoc(log, 9);
    expect(opened.ok && readIssue(opened.value).pages[0]?.blocks.map(({ id }) => id)).toEqual(
      sample.pages[0]?.blocks.map(({ id }) => id).filter((id) => id !== 'lead'),
    );
  });

  it('name a version they do not know, and damage', () => {
    const doc = createIssueDoc(sample, 1);
    issueRoots(doc).issue.set('schemaVersion', 99);
    expect(decodeIssueDoc([encodeIssueDoc(doc)], 5)).toEqual({
      ok: false,
      failure: { code: 'unknown version', found: '99', newest: 1 },
    });
    expect(decodeIssueDoc([new Uint8Array([9, 9, 9, 9])], 1).ok).toBe(false);
  });

  it('are the same bytes for the same issue', () => {
    const id = contentClientId(JSON.stringify(sample));
    expect(encodeIssueDoc(createIssueDoc(sample, id))).toEqual(
      encodeIssueDoc(createIssueDoc(sampleIssue(), id)),
    );
    expect(contentClientId('一')).not.toBe(contentClientId('二'));
  });
});

describe('what a desk remembers beside a step', () => {
  /** A caret that every change of the document pushes about, as an editor's is. */
  function watchedCaret() {
    const doc = createIssueDoc(sample, 1);
    const undo = createUndo(doc);
    const caret = { at: 0 };
    issueRoots(doc).articles.observeDeep(() => {
      caret.at += 100;
    });
    const forget = undo.remember({
      take: () => caret.at,
      giveBack: (kept) => {
        caret.at = Number(kept);
      },
    });
    return { doc, undo, caret, forget };
  }

  it('is given back as it was before the step, and as it was after it', () => {
    const { doc, undo, caret, forget } = watchedCaret();
    undo.step('type', () => applyEdit(doc, typed(0, '园区')));
    caret.at = 2;
    undo.step('type', () => applyEdit(doc, typed(2, '动态')));
    caret.at = 4;
    undo.undo();
    expect(caret.at).toBe(2);
    undo.undo();
    expect(caret.at).toBe(0);
    undo.redo();
    expect(caret.at).toBe(2);
    undo.redo();
    expect(caret.at).toBe(4);
    undo.undo();
    expect(caret.at).toBe(2);
    forget();
    undo.undo();
    expect(caret.at).toBe(102);
    undo.close();
  });

  it('is that of the first keystroke when several are one step', () => {
    const { doc, undo, caret } = watchedCaret();
    for (const [place, character] of [...'园区动态'].entries()) {
      applyEdit(doc, typed(place, character));
    }
    caret.at = 4;
    undo.undo();
    expect(caret.at).toBe(100);
    undo.close();
  });
});
