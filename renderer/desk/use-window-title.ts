import { useEffect } from 'react';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { type Language, wordsIn } from '#renderer/strings/catalogue.ts';
import { deskStrings } from '#renderer/strings/desk-strings.ts';

/** Names the window after the issue that lies in it. */
export function useWindowTitle(desk: OpenDesk | undefined, language: Language): void {
  useEffect(() => {
    const words = wordsIn(deskStrings, language);
    if (desk === undefined) {
      document.title = words.product;
      return;
    }
    const { openIssue } = desk;
    const name = () => {
      const { supplement, date } = openIssue.issue();
      document.title = `${words.issue(supplement, date)} - ${words.product}`;
    };
    name();
    return openIssue.subscribe(name);
  }, [desk, language]);
}
