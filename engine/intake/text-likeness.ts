/*
 * Which texts repeat one another: a release sent to every paper twice, a draft that was in last
 * month's issue. Texts are compared by runs of five letters; of these every eighth is kept, chosen
 * by its own digest, so that equal passages keep the same ones wherever they stand.
 */

/** What is kept of a text to compare it by. */
export type TextPrint = Uint32Array;

/** Han that five people write alike by chance is no passage; shorter runs are names. */
const RUN_LETTERS = 5;

const KEPT_OF = 8;

/** Fewer runs in common than these (some 40 letters) are a phrase, such as a campaign's name. */
const FEWEST_COMMON = 5;

/** The print of a text: Han, letters and figures only, so that marks and blanks do not matter. */
export function textPrint(text: string): TextPrint {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
  const kept = new Set<number>();
  for (let at = 0; at + RUN_LETTERS <= letters.length; at += 1) {
    const digest = digestOf(letters, at);
    if (digest % KEPT_OF === 0) kept.add(digest);
  }
  return Uint32Array.from(kept);
}

/** FNV-1a over the code units of a run, with the halves mixed once more at the end. */
function digestOf(letters: string, at: number): number {
  let digest = 0x811c9dc5;
  for (let next = at; next < at + RUN_LETTERS; next += 1) {
    digest = Math.imul(digest ^ letters.charCodeAt(next), 0x01000193);
  }
  digest = Math.imul(digest ^ (digest >>> 15), 0x2c1b3c6d);
  return (digest ^ (digest >>> 13)) >>> 0;
}

/** A text that shares passages with another. */
export interface LikeText {
  readonly name: string;
  /** Which part of the shorter one is in the other, 0 to 1. */
  readonly share: number;
}

/** Texts by name, ready to be compared with a further one. */
export interface KnownTexts {
  size(): number;
  put(name: string, print: TextPrint): void;
  /** Those that share at least `leastShare` of the shorter text, the most alike first. */
  like(print: TextPrint, leastShare: number): readonly LikeText[];
}

/** No texts yet. */
export function createKnownTexts(): KnownTexts {
  const prints = new Map<string, TextPrint>();
  const holders = new Map<number, string[]>();
  return {
    size: () => prints.size,
    put(name, print) {
      if (prints.has(name)) return;
      prints.set(name, print);
      for (const digest of print) {
        const names = holders.get(digest);
        if (names === undefined) holders.set(digest, [name]);
        else names.push(name);
      }
    },
    like(print, leastShare) {
      const common = new Map<string, number>();
      for (const digest of print) {
        for (const name of holders.get(digest) ?? []) {
          common.set(name, (common.get(name) ?? 0) + 1);
        }
      }
      const found = [...common].filter(([, count]) => count >= FEWEST_COMMON);
      return found
        .map(([name, count]) => {
          const shorter = Math.min(print.length, prints.get(name)?.length ?? 0);
          return { name, share: count / shorter };
        })
        .filter(({ share }) => share >= leastShare)
        .sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1));
    },
  };
}
