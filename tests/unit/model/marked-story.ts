import type { Article, Issue, Paragraph, TextRun } from '#engine/model/issue.ts';

/** A story written as text, and the positions that were marked in it. */
export interface MarkedStory {
  readonly paragraphs: readonly Paragraph[];
  /** `<a>` stands at marks.a, counted without the marks. */
  readonly marks: Readonly<Record<string, number>>;
}

/**
 * Reads a story from test text: one line for each paragraph, `# ` for a crosshead, `+ ` and `- `
 * for looseness, `{leadIn:本报讯}` for a role, `<a>` for a marked position.
 */
export function markedStory(source: string): MarkedStory {
  const marks: Record<string, number> = {};
  let length = 0;
  const paragraphs = source.split('\n').map((line): Paragraph => {
    const [, sign, rest = ''] = /^([#+-] )?(.*)$/u.exec(line) ?? [];
    const runs: TextRun[] = [];
    for (const [piece] of rest.matchAll(/<[a-z]>|\{[a-zA-Z]+:[^}]*\}|[^<{]+/gu)) {
      const mark = /^<([a-z])>$/u.exec(piece)?.[1];
      if (mark) {
        marks[mark] = length;
        continue;
      }
      const [, role = 'plain', text = piece] = /^\{([a-zA-Z]+):([^}]*)\}$/u.exec(piece) ?? [];
      addRun(runs, text, role);
      length += text.length;
    }
    length += 1;
    return {
      kind: sign === '# ' ? 'crosshead' : 'body',
      runs,
      looseness: sign === '+ ' ? 1 : sign === '- ' ? -1 : 0,
    };
  });
  return { paragraphs, marks };
}

/** An article around a story in test text. */
export function testArticle(id: string, source: string): Article {
  const { paragraphs } = markedStory(source);
  const headline = '园区动态';
  return { id, slugline: id, kicker: undefined, headline, deck: undefined, story: { paragraphs } };
}

/** An issue without pages that holds these articles. */
export function testIssue(articles: Readonly<Record<string, string>>): Issue {
  return {
    schemaVersion: 1,
    id: 'test',
    paper: '湘潭日报',
    supplement: '园区周刊',
    date: '2021-06-18',
    pages: [],
    articles: Object.fromEntries(
      Object.entries(articles).map(([id, source]) => [id, testArticle(id, source)]),
    ),
    pictures: {},
    adGrids: {},
    dismissals: {},
    waivers: {},
    bookings: {},
    signOffs: {},
  };
}

function addRun(runs: TextRun[], text: string, roleName: string): void {
  const role =
    roleName === 'leadIn' || roleName === 'byline' || roleName === 'strong' ? roleName : 'plain';
  const last = runs.at(-1);
  if (last?.role === role) runs[runs.length - 1] = { text: last.text + text, role };
  else runs.push({ text, role });
}
