import type { ComposedPage } from '#engine/compose/composed.ts';
import { dumpDisplayList } from '#engine/display/dump-display-list.ts';
import type { Page } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { preflightPage } from '#engine/preflight/preflight-page.ts';
import type { ComposingRoom } from '#host/desk/composing-room.ts';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import { openIssue } from './open-issue.ts';
import type { ReadOptions } from './read-options.ts';
import { readOptions } from './read-options.ts';
import { sayFindings } from './say-findings.ts';
import type { Terminal } from './terminal.ts';

const FORMS = { json: 'switch', page: 'value', template: 'value' } as const;

/** `banxin compose`: the composed pages as JSON, or as the readable dump of their display lists. */
export async function runCompose(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(words, FORMS);
  if (!options.ok) {
    terminal.complain(options.code, options.values);
    return EXIT.usage;
  }
  const [folder, ...others] = options.positionals;
  if (folder === undefined || others.length > 0) {
    terminal.complain('one-issue', { command: 'compose' });
    return EXIT.usage;
  }
  return composeFolder(folder, options, terminal);
}

async function composeFolder(
  folder: string,
  { values, switches }: ReadOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const opened = await openIssue({ folder, page: values.page, template: values.template });
  if (!opened.ok) {
    terminal.complain(opened.failure.code, opened.failure.values);
    return opened.exit;
  }
  const { room, pages } = opened;
  const composed = pages.map((page) => ({ page, ...composeIn(room, page) }));
  if (switches.has('json')) {
    await terminal.print(`${JSON.stringify(describeIssue(room, composed), undefined, 2)}\n`);
    return EXIT.done;
  }
  for (const { page, list } of composed) {
    await terminal.print(`${page.number} ${page.name}\n${dumpDisplayList(list)}`);
  }
  const found = [...room.findings, ...composed.flatMap(({ findings }) => findings)];
  sayFindings(found, room.issue, terminal);
  return EXIT.done;
}

/** A page composed in the styles of its template, and checked as before press. */
export function composeIn(room: ComposingRoom, page: Page): ComposedPage {
  const template = templateOf(room, page);
  const composed = room.composer.composePage(room.issue, page, template);
  const checked = preflightPage({ issue: room.issue, page, template, composed });
  return { ...composed, findings: [...composed.findings, ...checked] };
}

/** The template of a page, which was read with the issue. */
export function templateOf(room: ComposingRoom, page: Page): PageTemplate {
  const template = room.templates.get(page.template);
  if (template === undefined) throw new Error(`no template ${page.template} was read`);
  return template;
}

function describeIssue(
  { issue, findings }: ComposingRoom,
  composed: readonly ({ readonly page: Page } & ComposedPage)[],
) {
  const { id, paper, supplement, date } = issue;
  const pages = composed.map(({ page, list, findings: own, fits }) => {
    const { number, name, template } = page;
    return { id: page.id, number, name, template, findings: own, fits, list };
  });
  return { issue: { id, paper, supplement, date }, findings, pages };
}
