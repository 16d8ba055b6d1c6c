import { expect, test } from 'vitest';
import type { Block } from '#engine/model/issue.ts';
import { startPreview } from '#renderer/make-up/live-preview.ts';
import { area, articleBlock } from '#tests/unit/compose/test-page.ts';

/** A composing room that notes what it is asked, and frames that come when the test says so. */
function room() {
  const asked: (readonly Block[] | undefined)[] = [];
  const frames: (() => void)[] = [];
  let tell: ((page: string) => void) | undefined;
  const preview = startPreview({
    page: 'a06',
    composing: {
      preview: (_, blocks) => asked.push(blocks),
      subscribe(listener) {
        tell = listener;
        return () => {
          tell = undefined;
        };
      },
    },
    nextFrame(call) {
      frames.push(call);
      return () => frames.splice(frames.indexOf(call), 1);
    },
  });
  const nextFrame = () => {
    for (const call of frames.splice(0)) call();
  };
  return { asked, preview, nextFrame, composed: (page: string) => tell?.(page) };
}

const at = (column: number) => [articleBlock('lead', area(column, 0, 9, 9))];

test('however often the pointer tells of itself, a page is composed once in a frame', () => {
  const { asked, preview, nextFrame } = room();
  preview.show(at(1));
  preview.show(at(2));
  preview.show(at(3));
  expect(asked).toEqual([]);
  nextFrame();
  expect(asked).toEqual([at(3)]);
});

test('the next composition waits for the last one', () => {
  const { asked, preview, nextFrame, composed } = room();
  preview.show(at(1));
  nextFrame();
  preview.show(at(2));
  nextFrame();
  expect(asked).toEqual([at(1)]);
  composed('a07');
  nextFrame();
  expect(asked).toEqual([at(1)]);
  composed('a06');
  nextFrame();
  expect(asked).toEqual([at(1), at(2)]);
});

test('the page of the issue comes back at the end, and nothing is composed after it', () => {
  const { asked, preview, nextFrame, composed } = room();
  preview.show(at(1));
  nextFrame();
  preview.show(at(2));
  preview.end();
  composed('a06');
  nextFrame();
  expect(asked).toEqual([at(1), undefined]);
});

test('a press that is no drag composes nothing', () => {
  const { asked, preview } = room();
  preview.end();
  expect(asked).toEqual([]);
});
