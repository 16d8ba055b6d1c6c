import type { Figure } from '#build/bench/figure.ts';
import { quantile } from '#build/bench/figure.ts';
import { applyRepairs } from '#engine/intake/apply-repairs.ts';
import { readDraft, readPastedDraft } from '#engine/intake/read-draft.ts';
import { allDrafts, BLIND_ROUNDS } from './corpus/all-drafts.ts';
import { writtenDrafts } from './corpus/written-drafts.ts';
import { damagedTexts, SOUND_TEXTS } from './damaged-text.ts';
import { type Field, isRight, type JudgedField, judgedFields } from './draft-key.ts';
import { handMadeIssue, handMadeKey, realText } from './real-text.ts';

/** All drafts of the corpus are read as if for the sample's issue. */
const ISSUE_DATE = '2021-06-18';
/** Headlines and names must be right; the rest is soon put right by hand. */
const MUST: readonly Field[] = ['headline', 'byline'];
const DRAFT_BYTES = 20_000;
const DRAFTS_TIMED = 60;

/** The raw text of the real page against the sample issue, which was made from it by hand. */
export function realTextFigures(): readonly Figure[] {
  const issue = handMadeIssue();
  const fields = judgedFields(readPastedDraft(realText(), issue.date), handMadeKey(issue));
  const right = fields.filter(isRight).length;
  return [
    {
      name: 'real page: fields right',
      value: right,
      unit: '',
      target: `all ${fields.length}`,
      samples: fields.length,
    },
  ];
}

/** Share of right fields over the corpus, by field. */
export function corpusFigures(): readonly Figure[] {
  const drafts = allDrafts();
  const fields = drafts.flatMap(({ matter, key }) =>
    judgedFields(readDraft(matter, ISSUE_DATE), key),
  );
  const kinds = [...new Set(fields.map(({ field }) => field))];
  return [
    {
      name: 'corpus: drafts',
      value: drafts.length,
      unit: '',
      target: '≥ 60',
      samples: drafts.length,
    },
    ...kinds.map((kind) => fieldFigure(kind, fields)),
    ...BLIND_ROUNDS.map(roundFigure),
  ];
}

/** A round as it is read now; what it came to at first stands in docs/decisions/0029. */
function roundFigure(round: string): Figure {
  const fields = writtenDrafts(round).flatMap(({ matter, key }) =>
    judgedFields(readDraft(matter, ISSUE_DATE), key),
  );
  return {
    name: `corpus, ${round} round: fields right`,
    value: (100 * fields.filter(isRight).length) / fields.length,
    unit: '%',
    target: '≥ 95 %',
    samples: fields.length,
  };
}

function fieldFigure(kind: Field, fields: readonly JudgedField[]): Figure {
  const judged = fields.filter(({ field }) => field === kind);
  const right = judged.filter(isRight).length;
  return {
    name: `corpus: ${kind} right`,
    value: (100 * right) / judged.length,
    unit: '%',
    target: MUST.includes(kind) ? '≥ 98 %' : '≥ 95 %',
    samples: judged.length,
  };
}

/** Damages undone, damages left or made worse, and repairs to sound sentences. */
export function repairFigures(): readonly Figure[] {
  const texts = damagedTexts();
  const right = texts.filter(({ clean, damaged }) => wordsOf(damaged) === clean);
  const sound = SOUND_TEXTS.filter((text) => wordsOf(text) === text);
  return [
    {
      name: 'repairs: damages undone',
      value: (100 * right.length) / texts.length,
      unit: '%',
      target: '≥ 98 %',
      samples: texts.length,
    },
    {
      name: 'repairs: damages left or undone wrongly',
      value: texts.length - right.length,
      unit: '',
      target: undefined,
      samples: texts.length,
    },
    {
      name: 'repairs: sound sentences changed',
      value: SOUND_TEXTS.length - sound.length,
      unit: '',
      target: '0',
      samples: SOUND_TEXTS.length,
    },
  ];
}

/** A headline stands above, so that the paragraph is one of a story. */
function wordsOf(paragraph: string): string {
  const draft = readPastedDraft(`湘潭经开区为企业办实事\n\n${paragraph}`, ISSUE_DATE);
  return applyRepairs(draft)
    .flatMap((piece) => (piece.kind === 'article' ? piece.paragraphs : []))
    .map(({ runs }) => runs.map(({ text }) => text).join(''))
    .join('\n');
}

/** Time to understand a draft of 20 KB, other text each time. */
export function readingTimeFigures(): readonly Figure[] {
  const texts = allDrafts().map(({ matter }) =>
    matter.parts.flatMap((part) => (part.kind === 'paragraph' ? [part.text] : [])).join('\n'),
  );
  const times = Array.from({ length: DRAFTS_TIMED }, (_, index) => {
    const text = longText(texts, index);
    const began = performance.now();
    applyRepairs(readPastedDraft(text, ISSUE_DATE));
    return performance.now() - began;
  });
  const name = 'reading: 20 KB of text, p95';
  const value = quantile(times, 0.95);
  return [{ name, value, unit: 'ms', target: '≤ 300 ms', samples: times.length }];
}

function longText(texts: readonly string[], first: number): string {
  const parts: string[] = [];
  let bytes = 0;
  for (let at = first; bytes < DRAFT_BYTES; at += 1) {
    const text = texts[at % texts.length] ?? '';
    parts.push(text);
    bytes += new TextEncoder().encode(text).length + 2;
  }
  return parts.join('\n\n');
}
