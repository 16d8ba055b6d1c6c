import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { Answer, Host, UpdateRequest, Written } from '#host/contract.ts';
import { createUpdatePost } from '#renderer/open-issue/update-post.ts';

describe('the post of a window', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('sends every edit within a second, those of one moment together', async () => {
    const { post, type, onDisk, letters } = postOffice();
    for (const word of ['园', '区', '周', '刊']) type(word);
    expect(post.state().kind).toBe('on the way');
    await vi.advanceTimersByTimeAsync(900);
    expect(onDisk()).toBe('园区周刊');
    expect(letters()).toBe(1);
    expect(post.state()).toEqual({ kind: 'settled', at: '2021-06-18T21:03:12Z' });
  });

  it('keeps what the disk refuses, and writes it when the disk is back', async () => {
    const { post, type, onDisk, breakDisk, mendDisk } = postOffice();
    breakDisk();
    type('汉京');
    await vi.advanceTimersByTimeAsync(900);
    type('清洁能源');
    await vi.advanceTimersByTimeAsync(3000);
    expect(post.state()).toMatchObject({ kind: 'failing', failure: { code: 'disk full' } });
    expect(onDisk()).toBe('');
    mendDisk();
    await vi.advanceTimersByTimeAsync(3000);
    expect(onDisk()).toBe('汉京清洁能源');
    expect(post.state().kind).toBe('settled');
  });

  it('does not wait for its hour when asked to settle', async () => {
    const { post, type, onDisk } = postOffice();
    type('大道至简');
    const settled = post.settle();
    await vi.advanceTimersByTimeAsync(30);
    await expect(settled).resolves.toMatchObject({ kind: 'settled' });
    expect(onDisk()).toBe('大道至简');
  });

  it('sends what is typed while a letter is on the way', async () => {
    const { type, onDisk } = postOffice();
    type('韶山');
    await vi.advanceTimersByTimeAsync(160);
    type('高新区');
    await vi.advanceTimersByTimeAsync(1000);
    expect(onDisk()).toBe('韶山高新区');
  });

  it('tells its listeners when the state changes', async () => {
    const { post, type } = postOffice();
    const heard: string[] = [];
    post.subscribe(() => heard.push(post.state().kind));
    type('简');
    await vi.advanceTimersByTimeAsync(900);
    expect(heard).toEqual(['on the way', 'settled']);
  });
});

/** A post whose letters land in a document, over a disk that can be broken. */
function postOffice() {
  const here = new Y.Doc();
  const there = new Y.Doc();
  let isBroken = false;
  let letters = 0;
  const writeUpdate = async ({ bytes }: UpdateRequest): Promise<Answer<Written>> => {
    await new Promise((written) => setTimeout(written, 20));
    if (isBroken) return { ok: false, failure: { code: 'disk full', values: {} } };
    letters += 1;
    Y.applyUpdate(there, bytes);
    return { ok: true, value: { at: '2021-06-18T21:03:12Z' } };
  };
  const post = createUpdatePost({ host: { writeUpdate } as Partial<Host> as Host, session: 's' });
  here.on('update', (update: Uint8Array) => post.take(update));
  return {
    post,
    type: (word: string) => here.getText('story').insert(here.getText('story').length, word),
    onDisk: () => there.getText('story').toString(),
    letters: () => letters,
    breakDisk: () => {
      isBroken = true;
    },
    mendDisk: () => {
      isBroken = false;
    },
  };
}
