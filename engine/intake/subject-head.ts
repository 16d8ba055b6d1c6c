import { repairedLine, withoutWebSigns } from './repair-line.ts';
import type { ShapedLine } from './shaped-lines.ts';

const SUBJECT_LABEL =
  /^(?:\s*(?:fw|fwd|re|主题|转发|回复|答复)[：:]\s*|\s*[【[（(]?(?:投稿|来稿|新闻稿|稿件|供稿|报送)[】\])）]?[：:—\-－ ]*)+/giu;

/**
 * The subject of a mail is a note to the newsroom; where the draft has no headline it is one. It
 * has none when the story begins without a heading.
 */
export function withSubjectHead(lines: readonly ShapedLine[]): readonly ShapedLine[] {
  const subject = lines.findIndex(({ shape }) => shape === 'subject');
  const head = lines[subject];
  const story = lines.findIndex(({ shape }) => shape === 'body' || shape === 'opening');
  if (head === undefined || story < 0) return lines;
  const above = lines.slice(0, story).map(({ shape }) => shape);
  const hasHead = above.some((shape) => ['heading', 'label', 'numberedHead'].includes(shape));
  if (hasHead) return lines;
  const copy = repairedLine(withoutWebSigns(head.line.copy)).replaced(SUBJECT_LABEL, 'labels', '');
  if (copy.text.trim().length < 4) return lines;
  const line = { ...head.line, copy };
  return lines.with(subject, { line, shape: 'heading' });
}
