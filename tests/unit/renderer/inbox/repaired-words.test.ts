import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPastedDraft } from '#engine/intake/read-draft.ts';
import { repairedParts, visible } from '#renderer/inbox/repaired-words.ts';

const DAY = '2021-06-18';
const TEXT = '雨湖高新区：认识再提升\n\n　　本报讯(通讯员 毛星)6月15日,雨湖高新区召开 会议。\n';

it('shows each repair of a stretch in its place between the words as they came', () => {
  const draft = readPastedDraft(TEXT, DAY);
  const whole = { start: 0, end: draft.source.length };
  const parts = repairedParts(draft.source, whole, draft.repairs);
  const written = parts.map((part) =>
    part.kind === 'words' ? part.text : `[${visible(part.repair.before)}→${part.repair.after}]`,
  );
  expect(written.join('')).toContain('本报讯[(→（]通讯员 毛星[)→）]6月15日[,→，]雨湖高新区');
});

it('loses no word of any draft', () => {
  const text = fc.string({ unit: fc.constantFrom('园', '(', ')', ',', ' ', '\n', '。', '“') });
  fc.assert(
    fc.property(text, (pasted) => {
      const { source, repairs } = readPastedDraft(pasted, DAY);
      const parts = repairedParts(source, { start: 0, end: source.length }, repairs);
      const words = parts.map((part) => (part.kind === 'words' ? part.text : part.repair.before));
      expect(words.join('')).toBe(source);
    }),
  );
});

it('makes blanks and line ends visible', () => {
  expect(visible(' \u3000\t\n\u200b')).toBe('·□→↵¤');
});
