import type { GapStyle } from '#engine/compose/gaps.ts';
import type { ProbeRequest } from '#engine/compose/probe-text.ts';
import type { SentenceValues } from './sentences.ts';

/** Why a line of the probe has no answer, as the code and values of a sentence. */
export interface RefusedProbe {
  readonly code: string;
  readonly values: SentenceValues;
}

/** Name of the metrics without a font: Han 1, marks half, ASCII 0.5. */
export const STUB_METRICS = 'stub';

/** Choices of composition rule 1.3 that the probe shows: the widest Han–Latin space, all stages. */
export const PROBE_GAPS: GapStyle = {
  hanLatinEm: 1 / 4,
  commaMinEm: 0,
  periodMayShrink: true,
  trackingEm: 0,
  markBlankEm: 0.5,
};

/** Faces meant when only the style is named; the weights of body type. */
const FAMILY_FACES: Readonly<Record<string, string>> = {
  song: 'song-400',
  hei: 'hei-400',
  kai: 'kai-500',
};

/** The widest broadsheet has 130 characters across; beyond this the number is a slip. */
const MOST_EM = 1000;
/** The longest text of one request: fifteen newspaper pages. */
const MOST_CHARACTERS = 100_000;

/** Reads one line of the probe; optional fields may be absent or null. */
export function readProbeRequest(line: string): ProbeRequest | RefusedProbe {
  const request = readObject(line);
  if (request === undefined) return refuse('probe-not-json');
  const { text, metrics = STUB_METRICS } = request;
  if (typeof text !== 'string') return refuse('probe-text');
  if (text.length > MOST_CHARACTERS) return refuse('probe-text-long', { most: MOST_CHARACTERS });
  if (typeof metrics !== 'string') return refuse('probe-field', { field: 'metrics' });
  return readLengths(request, text, FAMILY_FACES[metrics] ?? metrics);
}

type Fields = Readonly<Record<string, unknown>>;

function readObject(line: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(line.replace(/^\ufeff/, ''));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
  } catch {
    return undefined;
  }
}

function readLengths(request: Fields, text: string, face: string): ProbeRequest | RefusedProbe {
  const { measure, indent = 0, justify = true, vertical = false } = request;
  if (typeof justify !== 'boolean') return refuse('probe-field', { field: 'justify' });
  if (typeof vertical !== 'boolean') return refuse('probe-field', { field: 'vertical' });
  if (measure !== undefined && !(isLength(measure) && measure > 0)) {
    return refuse('probe-measure', { most: MOST_EM });
  }
  if (!isLength(indent)) return refuse('probe-indent', { most: MOST_EM });
  if (measure !== undefined && indent >= measure) return refuse('probe-indent-wide');
  return { text, face, measure, indent, justify, vertical };
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= MOST_EM;
}

function refuse(code: string, values: SentenceValues = {}): RefusedProbe {
  return { code, values };
}
