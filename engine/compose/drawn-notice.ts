import type { DisplayItem, GroupItem, PathSegment } from '#engine/display/display-list.ts';
import type { DrawnNotice, Ornament, OrnamentStroke } from '#engine/model/filler.ts';
import { pathSteps } from '#engine/model/filler.ts';
import type { Finding } from '#engine/units/finding.ts';
import { K_ONLY } from '#engine/units/ink.ts';
import type { Rect } from '#engine/units/rect.ts';
import { glyphFindings } from './glyph-findings.ts';
import { EM_BOX_ASCENT } from './page-grid.ts';
import { setLabel, setOneLine } from './text-box.ts';
import type { StyledSpan, Typesetter } from './typesetter.ts';

/** The two lines round a notice (文武线), and the space from the frame to its words. */
const OUTER_RULE_PT = 1;
const INNER_RULE_PT = 0.4;
const RULE_DISTANCE_PT = 2.5;
const INSET_PT = 13;
/** Below this a reader of newsprint needs a glass (newsprint-checks.ts). */
const LEAST_LINE_PT = 7;
/** A headline any larger shouts. */
const MOST_HEADLINE_PT = 54;
/** Size of a line as a share of the headline, and baseline to baseline as a share of the size. */
const LINE_SHARE = 0.52;
const HEADLINE_PITCH = 1.5;
const LINE_PITCH = 1.55;
/** A frame this much wider than high has its ornament at the left of the words, else above. */
const WIDE_FRAME = 1.6;
const ORNAMENT_SHARE = 0.36;
const ORNAMENT_GAP_PT = 8;
/** An ornament alone stands clear of the matter above and below. */
const ALONE_INSET_PT = 5;
const PROBE_PT = 100;

/** Where a notice is drawn. */
export interface NoticeFrame {
  /** Prefix of group ids. */
  readonly id: string;
  readonly rect: Rect;
}

/** What is drawn of a notice, and what there is to say of it. */
export interface ComposedNotice {
  readonly items: readonly DisplayItem[];
  readonly findings: readonly Finding[];
}

/**
 * An ad of the house or an ornament at the size of its frame, in black alone: a double rule, the
 * ornament, and the words as large as they go.
 */
export function composeNotice(
  typesetter: Typesetter,
  notice: DrawnNotice,
  { id, rect }: NoticeFrame,
): ComposedNotice {
  const { ornament } = notice;
  if (notice.headline === '') {
    const room = inset(rect, ALONE_INSET_PT);
    return { items: ornament === undefined ? [] : drawOrnament(ornament, room), findings: [] };
  }
  const rooms = noticeRooms(inset(rect, INSET_PT), ornament);
  const words = setWords(typesetter, notice, { id, rect: rooms.words });
  const drawing = ornament && rooms.ornament ? drawOrnament(ornament, rooms.ornament) : [];
  return { items: [...doubleRule(rect), ...drawing, ...words.items], findings: words.findings };
}

function inset({ x, y, width, height }: Rect, by: number): Rect {
  const across = Math.min(by, width / 4);
  const down = Math.min(by, height / 4);
  return { x: x + across, y: y + down, width: width - 2 * across, height: height - 2 * down };
}

function noticeRooms(
  room: Rect,
  ornament: Ornament | undefined,
): { readonly ornament: Rect | undefined; readonly words: Rect } {
  if (ornament === undefined) return { ornament: undefined, words: room };
  if (room.width > WIDE_FRAME * room.height) {
    const most = (room.height * ornament.width) / ornament.height;
    const width = Math.min(room.width * ORNAMENT_SHARE, most);
    const taken = width + ORNAMENT_GAP_PT;
    const words = { ...room, x: room.x + taken, width: room.width - taken };
    return { ornament: { ...room, width }, words };
  }
  const height = room.height * ORNAMENT_SHARE;
  const taken = height + ORNAMENT_GAP_PT;
  const words = { ...room, y: room.y + taken, height: room.height - taken };
  return { ornament: { ...room, height }, words };
}

/** Headline and lines, centred one below the other, as large as their room lets them be. */
function setWords(
  typesetter: Typesetter,
  { headline, lines }: DrawnNotice,
  { id, rect }: NoticeFrame,
): ComposedNotice {
  const widest = Math.max(1, ...lines.map((line) => widthOf(typesetter, line, 'adSlogan')));
  const pitches = HEADLINE_PITCH + lines.length * LINE_SHARE * LINE_PITCH;
  const headlinePt = Math.min(
    rect.width / widthOf(typesetter, headline, 'adName'),
    rect.height / pitches,
    MOST_HEADLINE_PT,
  );
  const linePt = Math.min(headlinePt * LINE_SHARE, rect.width / widest);
  const height = headlinePt * HEADLINE_PITCH + lines.length * linePt * LINE_PITCH;
  const items: DisplayItem[] = [];
  const findings: Finding[] = [];
  let y = rect.y + (rect.height - height) / 2;
  const place = (text: string, look: { style: string; sizePt: number; pitch: number }) => {
    const variation = { sizePt: look.sizePt, trackingEm: 0, horizontalScale: 1 };
    const set = setLabel(typesetter, typesetter.readText(span(typesetter, text, look), variation));
    const x = rect.x + (rect.width - set.widthPt) / 2;
    const leading = look.sizePt * look.pitch;
    const baseline = y + (leading - look.sizePt) / 2 + EM_BOX_ASCENT * look.sizePt;
    const group: GroupItem = {
      kind: 'group',
      id: `${id}/notice:${items.length}`,
      x,
      y: baseline,
      items: set.items,
    };
    items.push(group);
    findings.push(...glyphFindings(set.text));
    y += leading;
  };
  place(headline, { style: 'adName', sizePt: headlinePt, pitch: HEADLINE_PITCH });
  for (const line of lines) place(line, { style: 'adSlogan', sizePt: linePt, pitch: LINE_PITCH });
  const least = lines.length === 0 ? headlinePt : linePt;
  if (least < LEAST_LINE_PT) {
    const values = { sizePt: Math.round(least * 10) / 10, leastPt: LEAST_LINE_PT };
    findings.push({ code: 'filler-too-small', severity: 'blocks press', where: {}, values });
  }
  return { items, findings };
}

function span(
  typesetter: Typesetter,
  text: string,
  { style }: { readonly style: string },
): readonly StyledSpan[] {
  return [{ text, style: typesetter.style(style), source: undefined }];
}

/** Width in em of its own size. */
function widthOf(typesetter: Typesetter, text: string, style: string): number {
  const variation = { sizePt: PROBE_PT, trackingEm: 0, horizontalScale: 1 };
  const read = typesetter.readText(span(typesetter, text, { style }), variation);
  return Math.max(setOneLine(read).widthPt / PROBE_PT, 1);
}

function doubleRule(rect: Rect): readonly DisplayItem[] {
  const frame = (by: number, widthPt: number): DisplayItem => ({
    kind: 'shape',
    outline: { kind: 'rect', rect: inset(rect, by) },
    fill: undefined,
    stroke: { ink: K_ONLY, widthPt, dash: [] },
  });
  return [
    frame(OUTER_RULE_PT / 2, OUTER_RULE_PT),
    frame(OUTER_RULE_PT + RULE_DISTANCE_PT, INNER_RULE_PT),
  ];
}

/** Finer strokes break up on newsprint. */
const FINEST_STROKE_PT = 0.4;

/** An ornament as large as it goes in a room, in the middle of it. */
function drawOrnament(ornament: Ornament, room: Rect): readonly DisplayItem[] {
  const scale = Math.min(room.width / ornament.width, room.height / ornament.height);
  const origin = {
    x: room.x + (room.width - ornament.width * scale) / 2,
    y: room.y + (room.height - ornament.height * scale) / 2,
  };
  return ornament.strokes.map((stroke): DisplayItem => {
    const outline = { kind: 'path' as const, segments: segmentsOf(stroke, origin, scale) };
    if (stroke.width === undefined) {
      return { kind: 'shape', outline, fill: K_ONLY, stroke: undefined };
    }
    const widthPt = Math.max(FINEST_STROKE_PT, stroke.width * scale);
    return { kind: 'shape', outline, fill: undefined, stroke: { ink: K_ONLY, widthPt, dash: [] } };
  });
}

function segmentsOf(
  { path }: OrnamentStroke,
  origin: { readonly x: number; readonly y: number },
  scale: number,
): readonly PathSegment[] {
  return pathSteps(path).map((step): PathSegment => {
    const [letter, ...words] = step.split(' ');
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = words.map((word, index) => {
      return Number(word) * scale + (index % 2 === 0 ? origin.x : origin.y);
    });
    if (letter === 'Z') return { kind: 'close' };
    if (letter === 'C') return { kind: 'curve', x1, y1, x2, y2, x: x3, y: y3 };
    return { kind: letter === 'M' ? 'move' : 'line', x: x1, y: y1 };
  });
}
