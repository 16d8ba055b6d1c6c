import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createComposer } from '#engine/compose/page.ts';
import type { DisplayList } from '#engine/display/display-list.ts';
import { dumpDisplayList } from '#engine/display/dump-display-list.ts';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { Block, Picture } from '#engine/model/issue.ts';
import { createIssueDoc } from '#engine/model/issue-doc.ts';
import { encodeIssueDoc, watchUpdates } from '#engine/model/issue-updates.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { bundledFaces, fallbackFaces } from '#host/fonts/catalogue.ts';
import { openFontFile } from '#host/fonts/font-file.ts';
import { openFontBook } from '#host/fonts/open-font-book.ts';
import type { FromWorker, PageMessage, ToWorker } from '#renderer/composing/messages.ts';
import { PageReceiver } from '#renderer/composing/sent-page.ts';
import { WorkerDesk } from '#renderer/composing/worker-desk.ts';
import { SHIPPED_LEXICON } from '#tests/unit/compose/shipped-lexicon.ts';
import { pageTemplate, readJson, sampleIssue } from '#tests/unit/model/sample-issue.ts';

const { book } = openFontBook({ faces: [], cacheFolder: 'node_modules/.cache/unpacked-faces' });
const LEAD = 'lead';

describe('the composing worker', () => {
  afterAll(() => {
    vi.useRealTimers();
  });

  it('composes the page that shows as the press does', () => {
    const desk = workerDesk();
    expect(dumpDisplayList(desk.page('a06'))).toBe(dumpDisplayList(desk.asPressed('a06')));
  });

  it('follows an edit, and sends little more than the lines that changed', () => {
    const desk = workerDesk();
    const whole = JSON.stringify(desk.last('a06').items).length;
    desk.edit({
      kind: 'replacedText',
      article: desk.lead,
      start: 8,
      end: 8,
      content: [{ kind: 'body', runs: [{ text: '实', role: 'plain' }], looseness: 0 }],
    });
    expect(dumpDisplayList(desk.page('a06'))).toBe(dumpDisplayList(desk.asPressed('a06')));
    expect(desk.last('a06').round).toBe(1);
    expect(JSON.stringify(desk.last('a06').items).length).toBeLessThan(whole / 4);
  });

  it('shows blocks where they are dragged, and back when they are let go', () => {
    const desk = workerDesk();
    const before = dumpDisplayList(desk.page('a06'));
    const page = desk.issue().pages[0];
    const blocks = (page?.blocks ?? []).map((block) => ({
      ...block,
      area: { ...block.area, line: block.area.line + 1 },
    }));
    desk.preview('a06', blocks);
    expect(desk.last('a06').isPreview).toBe(true);
    expect(dumpDisplayList(desk.page('a06'))).not.toBe(before);
    desk.preview('a06', undefined);
    expect(dumpDisplayList(desk.page('a06'))).toBe(before);
  });

  it('shows what an edit would do, in the text too, and is back when nobody looks', () => {
    const desk = workerDesk();
    const before = dumpDisplayList(desk.page('a06'));
    const lead = { kind: 'setHeadlinePart', article: desk.lead, part: 'headline' } as const;
    desk.tell({ kind: 'preview edit', page: 'a06', edit: { ...lead, text: '学史力行' } });
    expect(desk.last('a06').isPreview).toBe(true);
    expect(dumpDisplayList(desk.page('a06'))).not.toBe(before);
    desk.tell({ kind: 'preview edit', page: 'a06', edit: undefined });
    expect(desk.last('a06').isPreview).toBe(false);
    expect(dumpDisplayList(desk.page('a06'))).toBe(before);
  });

  it('shows the page as it is when an edit cannot be tried', () => {
    const desk = workerDesk();
    const before = dumpDisplayList(desk.page('a06'));
    const edit = { kind: 'setLooseness', article: 'gone', paragraph: 0, looseness: 1 } as const;
    desk.tell({ kind: 'preview edit', page: 'a06', edit });
    expect(desk.last('a06').isPreview).toBe(false);
    expect(dumpDisplayList(desk.page('a06'))).toBe(before);
  });

  it('shows a picture as it is being cropped', () => {
    const desk = workerDesk();
    const before = dumpDisplayList(desk.page('a06'));
    const blocks = desk.issue().pages[0]?.blocks;
    const [picture] = Object.values(desk.issue().pictures);
    if (picture === undefined) throw new Error('the sample has no picture');
    desk.preview('a06', blocks, [{ ...picture, zoom: 2 }]);
    expect(dumpDisplayList(desk.page('a06'))).not.toBe(before);
    desk.preview('a06', undefined);
    expect(dumpDisplayList(desk.page('a06'))).toBe(before);
  });

  it('asks for a face that is met for the first time, and sets the character when it comes', () => {
    const desk = workerDesk();
    const faces = desk.wanted().length;
    // Song lacks 𠮷, Kai has it.
    desk.edit({ kind: 'setHeadlinePart', article: desk.lead, part: 'headline', text: '𠮷林' });
    expect(desk.wanted().length).toBeGreaterThan(faces);
    expect(dumpDisplayList(desk.page('a06'))).toBe(dumpDisplayList(desk.asPressed('a06')));
  });

  it('waits with other pages until no edit has come for a while', () => {
    vi.useFakeTimers();
    const desk = workerDesk('a07');
    expect(desk.messages('a06')).toHaveLength(0);
    vi.advanceTimersByTime(400);
    expect(desk.messages('a06')).toHaveLength(1);
    vi.useRealTimers();
  });

  it('says so when a page has no template, and goes on', () => {
    const desk = workerDesk();
    const pages = desk.issue().pages.map((page) => ({ ...page, template: 'gone' }));
    desk.edit({ kind: 'relaidPages', pages });
    expect(desk.broken()).toEqual(['a06']);
  });
});

/** A worker without wires on the sample; faces come at once. `shown` is the page that shows. */
function workerDesk(shown = 'a06') {
  const template = pageTemplate('park-broadsheet');
  const doc = createIssueDoc(sampleIssue(), 1);
  const told: FromWorker[] = [];
  const receivers = new Map<string, PageReceiver>();
  const pages = new Map<string, DisplayList>();
  const desk = new WorkerDesk((message) => {
    told.push(message);
    if (message.kind === 'page') receive(structuredClone(message));
    if (message.kind === 'face wanted') queue.push(message.face);
  });
  const queue: string[] = [];
  const bringFaces = () => {
    for (let face = queue.shift(); face !== undefined; face = queue.shift()) {
      desk.take({ kind: 'face', face, bytes: faceBytes(face) });
    }
  };
  function receive(message: PageMessage): void {
    const receiver = receivers.get(message.page) ?? new PageReceiver();
    receivers.set(message.page, receiver);
    const { widthPt, heightPt } = message;
    pages.set(message.page, { widthPt, heightPt, items: receiver.receive(message.items) });
  }
  const newsroomWords = readJson('templates/lexicon/newsroom.json');
  desk.take({
    kind: 'open',
    parts: { templates: [template], faces: faceCaptions(), newsroomWords },
    lexicon: readFileSync('templates/lexicon/words.bin'),
    document: encodeIssueDoc(doc),
  });
  let round = 0;
  watchUpdates(doc, (update) => {
    round += 1;
    desk.take({ kind: 'update', update, round });
    bringFaces();
  });
  desk.take({ kind: 'show', page: shown });
  bringFaces();
  const pageMessages = (page: string) =>
    told.filter((one): one is PageMessage => one.kind === 'page' && one.page === page);
  const issue = () => readIssue(doc);
  return {
    lead: LEAD,
    issue,
    edit(edit: Edit) {
      expect(applyEdit(doc, edit).ok).toBe(true);
    },
    preview(page: string, blocks: readonly Block[] | undefined, pictures: readonly Picture[] = []) {
      desk.take({ kind: 'preview', page, blocks, pictures, round });
    },
    tell: (message: ToWorker) => desk.take(message),
    page: (id: string) => pages.get(id) ?? { widthPt: 0, heightPt: 0, items: [] },
    messages: pageMessages,
    last(id: string) {
      const last = pageMessages(id).at(-1);
      if (last === undefined) throw new Error(`page ${id} was not composed`);
      return last;
    },
    wanted: () => told.filter((one) => one.kind === 'face wanted'),
    broken: () => told.flatMap((one) => (one.kind === 'broken' ? [one.page] : [])),
    asPressed(id: string) {
      const whole = issue();
      const page = whole.pages.find((one) => one.id === id);
      if (page === undefined) throw new Error(`no page ${id}`);
      const composer = createComposer({ fonts: book, lexicon: SHIPPED_LEXICON });
      return composer.composePage(whole, page, template).list;
    },
  };
}

const CATALOGUE = bundledFaces();

function faceCaptions() {
  return CATALOGUE.map(({ id, name, weight }) => {
    return { id, name, weight, fallbacks: fallbackFaces(CATALOGUE, id) };
  });
}

function faceBytes(face: string): Uint8Array {
  const found = CATALOGUE.find(({ id }) => id === face);
  if (found === undefined) throw new Error(`no face ${face}`);
  const file = openFontFile(found.file);
  return file.read(0, file.length);
}
