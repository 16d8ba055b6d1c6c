import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import type { Content, ContentWriter } from './content-writer.ts';
import { createContentWriter } from './content-writer.ts';
import { pressPicture } from './image.ts';
import { pdfLength } from './pdf-syntax.ts';
import { pressAdPage } from './placed-ad.ts';
import { pressShape } from './shape.ts';
import { pressText, type TextSetting } from './text.ts';

/** Content of groups written before; groups keep their identity while they do not change. */
export type ContentCache = WeakMap<GroupItem, Content>;

/** What writing page content takes. */
export interface Encoding {
  readonly setting: TextSetting;
  readonly cache: ContentCache;
}

/** Writes items in paint order. Coordinates: the items' own, y upwards. */
export function encodeItems(items: readonly DisplayItem[], encoding: Encoding): Content {
  const writer = createContentWriter();
  for (const item of items) encodeItem(item, encoding, writer);
  return writer.finish();
}

function encodeItem(item: DisplayItem, encoding: Encoding, writer: ContentWriter): void {
  switch (item.kind) {
    case 'text':
      pressText(item, encoding.setting, writer);
      break;
    case 'shape':
      pressShape(item, writer);
      break;
    case 'picture':
      if (item.adPage) pressAdPage(item, writer);
      else pressPicture(item, writer);
      break;
    case 'group':
      writer.include(encodeGroup(item, encoding), `${translation(item)} cm`);
  }
}

/** The members of a group in the group's own space, from the cache where they are known. */
function encodeGroup(group: GroupItem, encoding: Encoding): Content {
  const known = encoding.cache.get(group);
  if (known) return known;
  const content = encodeItems(group.items, encoding);
  encoding.cache.set(group, content);
  return content;
}

function translation(group: GroupItem): string {
  return `1 0 0 1 ${pdfLength(group.x)} ${pdfLength(-group.y)}`;
}
