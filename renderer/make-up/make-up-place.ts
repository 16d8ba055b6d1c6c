import type { Issue, Page } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { type OpenDesk, templateOf } from '#renderer/desk-state/open-desk.ts';
import { type Catalogue, wordsIn } from '#renderer/strings/catalogue.ts';
import { type PageGeometry, pageGeometry } from './page-geometry.ts';

/** The page that shows, with all that making it up takes. */
export interface MakeUpPlace {
  readonly desk: OpenDesk;
  readonly issue: Issue;
  readonly page: Page;
  readonly template: PageTemplate;
  readonly geometry: PageGeometry;
}

/** The page that shows on a desk, as it is now; undefined without its template. */
export function makeUpPlace(desk: OpenDesk): MakeUpPlace | undefined {
  const issue = desk.openIssue.issue();
  return placeOnPage(desk, issue, desk.state.read().page);
}

/** A page of an issue by its id. */
export function placeOnPage(desk: OpenDesk, issue: Issue, id: string): MakeUpPlace | undefined {
  const page = issue.pages.find((one) => one.id === id);
  const template = templateOf(desk, page);
  if (page === undefined || template === undefined) return undefined;
  return { desk, issue, page, template, geometry: geometryOf(template) };
}

const GEOMETRIES = new WeakMap<PageTemplate, PageGeometry>();

/** The geometry of a template; the same one every time. */
function geometryOf(template: PageTemplate): PageGeometry {
  const known = GEOMETRIES.get(template);
  if (known !== undefined) return known;
  const geometry = pageGeometry(template);
  GEOMETRIES.set(template, geometry);
  return geometry;
}

/** Words in the language of the desk, where no component asks for them. */
export function deskWords<Words>(desk: OpenDesk, area: Catalogue<Words>): Words {
  return wordsIn(area, desk.settings.read().language);
}

/** True when the issue may be changed here. */
export function mayEdit(desk: OpenDesk): boolean {
  return desk.openIssue.heldBy === undefined;
}
