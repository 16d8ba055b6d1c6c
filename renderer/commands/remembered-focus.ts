/**
 * A menu takes the keyboard. What had it before (the text under the caret) gets it back before the
 * chosen command runs, so that the command works on it and typing goes on.
 */
export const rememberedFocus = createRememberedFocus();

function createRememberedFocus() {
  let remembered: HTMLElement | undefined;
  return {
    /** Called before the menu opens. */
    remember(): void {
      const { activeElement } = document;
      const isOnPage = activeElement?.closest('.page-view, .side-panel') ?? undefined;
      remembered =
        isOnPage !== undefined && activeElement instanceof HTMLElement ? activeElement : undefined;
    },
    /** Gives the keyboard back once the menu has let go of it, and runs what was chosen. */
    restore(run: () => void): void {
      const place = remembered;
      remembered = undefined;
      setTimeout(() => {
        place?.focus({ preventScroll: true });
        run();
      });
    },
  };
}
