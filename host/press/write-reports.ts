import type { ComposedPage } from '#engine/compose/composed.ts';
import { areaRect, pageGrid } from '#engine/compose/page-grid.ts';
import type { Issue, Page } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { firstNames } from '#engine/press/page-names.ts';
import type { PressAttempt } from './press-failure.ts';
import { writeOutput } from './press-issue.ts';
import { pressReport, reportPath } from './press-report.ts';
import { pressReportPdf } from './press-report-pdf.ts';
import type { PressroomParts } from './pressroom.ts';
import type { PageReading } from './read-page-back.ts';

/** A pressed page with all that its report tells. */
export interface PageToReport {
  readonly issue: Issue;
  readonly page: Page;
  readonly template: PageTemplate;
  readonly composed: Pick<ComposedPage, 'list' | 'findings'>;
  readonly reading: PageReading;
  /** The finished PDF; its reports lie beside it. */
  readonly path: string;
}

/** What was found, as JSON beside the page. */
export function writeJsonReport(
  page: PageToReport,
  { press, producer }: PressroomParts,
  language: 'zh' | 'en',
): Promise<PressAttempt<undefined>> {
  const report = pressReport(page.reading, press, { ...toldOf(page), producer, language });
  const text = `${JSON.stringify(report, undefined, 2)}\n`;
  return writeOutput(reportPath(page.path), new TextEncoder().encode(text));
}

/** The same as a PDF; it is Chinese, for the print shop. */
export async function writePdfReport(
  page: PageToReport,
  parts: PressroomParts,
): Promise<PressAttempt<undefined>> {
  const { issue, template, composed, reading, path } = page;
  const { press, producer } = parts;
  const grid = pageGrid(template);
  const areas = new Map(page.page.blocks.map(({ id, area }) => [id, areaRect(grid, area)]));
  const time = `${issue.date}T00:00:00+08:00`;
  const report = pressReport(reading, press, { ...toldOf(page), producer, language: 'zh' });
  const pdf = await pressReportPdf(
    {
      report,
      list: composed.list,
      names: firstNames(issue, page.page, { plates: '', time }),
      rectOf: (block) => areas.get(block),
    },
    parts,
  );
  return pdf.ok ? writeOutput(reportPath(path, 'pdf'), pdf.value) : pdf;
}

function toldOf({ issue, page, template, path, composed }: PageToReport) {
  return { issue, page, template, path, findings: composed.findings };
}
