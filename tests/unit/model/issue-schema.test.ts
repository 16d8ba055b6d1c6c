import { describe, expect, it } from 'vitest';
import { parseIssue } from '#engine/model/issue-schema.ts';
import { readableJson } from '#engine/model/json-text.ts';
import {
  parseTemplate,
  REQUIRED_STYLES,
  REQUIRED_SWATCHES,
} from '#engine/model/template-schema.ts';
import { pageTemplate, readJson, sampleIssue } from './sample-issue.ts';

const SAMPLE = 'templates/samples/park-supplement-2021-06-18.issue/issue.json';

/** The sample as loose JSON with one value at a dotted path changed. */
function sampleWith(path: string, value: unknown): unknown {
  return changed(readJson(SAMPLE), path, value);
}

function changed(json: unknown, path: string, value: unknown): unknown {
  const [key = '', ...rest] = path.split('.');
  if (typeof json !== 'object' || json === null) throw new Error(`nothing at ${path}`);
  const inner: unknown = Object.entries(json).find(([name]) => name === key)?.[1];
  const next = rest.length === 0 ? value : changed(inner, rest.join('.'), value);
  if (Array.isArray(json))
    return json.map((entry, index) => (String(index) === key ? next : entry));
  return { ...json, [key]: next };
}

function problems(json: unknown): unknown {
  const parsed = parseIssue(json);
  if (parsed.ok) return 'none';
  return parsed.failure.code === 'malformed' ? parsed.failure.problems : parsed.failure;
}

/** A template as loose JSON without one name of a shelf. */
function without(json: unknown, shelf: 'styles' | 'swatches', name: string): unknown {
  const entries = Object.entries(Object(Object(json)[shelf])).filter(([key]) => key !== name);
  return changed(json, shelf, Object.fromEntries(entries));
}

function templateProblems(json: unknown): unknown {
  const parsed = parseTemplate(json);
  return parsed.ok || parsed.failure.code !== 'malformed' ? [] : parsed.failure.problems;
}

describe('issue.json', () => {
  it('reads and writes the same issue', () => {
    const issue = sampleIssue();
    const again = parseIssue(JSON.parse(readableJson(issue)));
    expect(again).toEqual({ ok: true, value: issue });
  });

  it('names the version it does not know', () => {
    expect(problems(sampleWith('schemaVersion', 2))).toEqual({
      code: 'unknown version',
      found: '2',
      newest: 1,
    });
    expect(problems({})).toMatchObject({ code: 'unknown version', found: 'undefined' });
    expect(problems([])).toEqual([{ path: '', code: 'invalid_type', detail: 'object' }]);
  });

  it('says where a value is wrong and what it should be', () => {
    expect(problems(sampleWith('pages.0.blocks.1.area.lines', '35'))).toEqual([
      { path: 'pages[0].blocks[1].area.lines', code: 'invalid_type', detail: 'number' },
    ]);
    expect(problems(sampleWith('date', '18.6.2021'))).toMatchObject([{ path: 'date' }]);
    expect(problems(sampleWith('pages.0.blocks.1.tnit', 'grey'))).toMatchObject([
      { code: 'unrecognized_keys', detail: 'tnit' },
    ]);
  });

  it('finds blocks that show what is not in the issue', () => {
    expect(problems(sampleWith('pages.0.blocks.1.article', 'lost'))).toEqual([
      { path: 'pages[0].blocks[1]', code: 'unknown_reference', detail: 'articles.lost' },
    ]);
    expect(problems(sampleWith('articles.lead.id', 'other'))).toEqual([
      { path: 'articles.lead.id', code: 'misfiled', detail: 'other' },
    ]);
    expect(problems(sampleWith('pages.0.blocks.1.id', 'folio'))).toEqual([
      { path: 'pages[0].blocks[1].id', code: 'repeated_id', detail: 'folio' },
    ]);
  });

  it('refuses an ad grid with a cell too few', () => {
    expect(problems(sampleWith('adGrids.partners.rows', 3))).toMatchObject([
      { path: 'adGrids.partners.cells' },
    ]);
  });

  it('reads neighbouring runs of one role as one', () => {
    const runs = [
      { text: '一', role: 'plain' },
      { text: '', role: 'strong' },
      { text: '二', role: 'plain' },
    ];
    const parsed = parseIssue(sampleWith('articles.lead.story.paragraphs.0.runs', runs));
    expect(parsed.ok && parsed.value.articles.lead?.story.paragraphs[0]?.runs).toEqual([
      { text: '一二', role: 'plain' },
    ]);
  });
});

describe('page templates', () => {
  it.each(['park-broadsheet', 'park-tabloid', 'park-narrow'])('read %s', (id) => {
    const template = pageTemplate(id);
    expect(template.id).toBe(id);
    const { paper, typeArea, body } = template;
    const widthMm = (body.columns * body.sizePt * 25.4) / 72;
    const heightMm = (body.lines * body.leadingPt * 25.4) / 72;
    // The type area stands in the middle, and a little above it: more white below would be odd.
    expect(Math.abs(paper.widthMm - widthMm - 2 * typeArea.leftMm)).toBeLessThan(0.2);
    const footMm = paper.heightMm - heightMm - typeArea.topMm;
    expect(typeArea.topMm - footMm).toBeGreaterThan(0);
    expect(typeArea.topMm - footMm).toBeLessThan(3);
    expect(parseTemplate(JSON.parse(readableJson(template)))).toEqual({
      ok: true,
      value: template,
    });
  });

  it('keep their blocks inside the type area', () => {
    for (const id of ['park-broadsheet', 'park-tabloid', 'park-narrow']) {
      const { body, plan } = pageTemplate(id);
      for (const { area, id: block } of plan.flatMap((page) => page.blocks)) {
        expect(area.column + area.columns, block).toBeLessThanOrEqual(body.columns);
        expect(area.line + area.lines, block).toBeLessThanOrEqual(body.lines);
      }
    }
  });

  it('must have the styles that the composer needs, and the swatches and borders they name', () => {
    const json = readJson('templates/pages/park-broadsheet.json');
    const slip = changed(json, 'styles.body.ink', 'blakc');
    expect(parseTemplate(slip)).toEqual({
      ok: false,
      failure: {
        code: 'malformed',
        problems: [
          { path: 'styles.body.ink', code: 'unknown_reference', detail: 'swatches.blakc' },
        ],
      },
    });
    expect(parseTemplate(changed(json, 'styles', {}))).toMatchObject({
      failure: {
        problems: expect.arrayContaining([expect.objectContaining({ path: 'styles.body' })]),
      },
    });
  });

  it.each(REQUIRED_STYLES)('cannot do without the style %s', (name) => {
    const json = readJson('templates/pages/park-tabloid.json');
    expect(templateProblems(without(json, 'styles', name))).toContainEqual({
      path: `styles.${name}`,
      code: 'missing_style',
      detail: name,
    });
  });

  it.each(REQUIRED_SWATCHES)('cannot do without the swatch %s', (name) => {
    const json = readJson('templates/pages/park-tabloid.json');
    expect(templateProblems(without(json, 'swatches', name))).toContainEqual({
      path: `swatches.${name}`,
      code: 'missing_swatch',
      detail: name,
    });
  });
});
