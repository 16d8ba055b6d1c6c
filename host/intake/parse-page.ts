import { DomHandler, Parser } from 'htmlparser2';
import { checkTextLength, MOST_DEPTH } from './allowance.ts';
import { DraftTrouble } from './draft-trouble.ts';
import type { HtmlDocument } from './html-looks.ts';

/** Takes a web page apart; throws DraftTrouble for one too long, or deeper than any page is. */
export function parsePage(html: string): HtmlDocument {
  checkTextLength(html.length);
  const tree = new BoundedTree();
  const parser = new Parser(tree, { decodeEntities: true });
  parser.write(html);
  parser.end();
  return tree.root;
}

/** Gives up at the depth itself: what is deeper would be walked through by many calls. */
class BoundedTree extends DomHandler {
  #depth = 0;

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.#depth += 1;
    if (this.#depth > MOST_DEPTH) throw new DraftTrouble('draft-too-deep', { most: MOST_DEPTH });
    super.onopentag(name, attributes);
  }

  override onclosetag(): void {
    this.#depth -= 1;
    super.onclosetag();
  }
}
