import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { wordsIn } from '#renderer/strings/catalogue.ts';
import { textStrings } from '#renderer/strings/text-strings.ts';

/** The words of the story editor in the language of the screen. */
export function textWords(desk: OpenDesk) {
  return wordsIn(textStrings, desk.settings.read().language);
}
