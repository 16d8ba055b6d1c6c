import type { Page } from 'playwright-core';

/** Where the keyboard came to on a walk by Tab. */
export interface KeyboardWalk {
  /** Controls that Tab came to without anything to be seen of it. */
  readonly unseen: readonly string[];
  /** Controls that show and that neither Tab nor the arrow keys of their group come to. */
  readonly unreached: readonly string[];
  /** Controls without a name. */
  readonly nameless: readonly string[];
}

const MOST_STEPS = 200;

/** Walks by Tab through all that shows, from the top of the window until it comes round. */
export async function walkByTab(page: Page): Promise<KeyboardWalk> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('[data-met]')) {
      element.removeAttribute('data-met');
    }
    // What is chosen changes while the page is walked through, and with it what comes after.
    const first = document.querySelector('button');
    first?.focus();
    first?.setAttribute('data-met', '');
  });
  const unseen: string[] = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab');
    const met = await page.evaluate(markMet);
    if (met === 'round') break;
    if (met !== 'fine') unseen.push(met);
  }
  return { unseen, ...(await page.evaluate(whatIsLeft)) };
}

/** Marks what has the keyboard; answers its markup when nothing is to be seen of that. */
function markMet(): string {
  const element = document.activeElement;
  // On the page Tab goes from block to block before it goes on.
  if (element === null || element === document.body || element.matches('.page-root')) {
    element?.setAttribute('data-met', '');
    return 'fine';
  }
  if (element.hasAttribute('data-met')) return 'round';
  element.setAttribute('data-met', '');
  // The ring is round the control, round its box, or in a switch round the track.
  const places = [
    element,
    element.parentElement,
    element.closest('.field-box, .palette-search'),
    element.closest('label')?.querySelector('[aria-hidden]') ?? null,
    element.querySelector('[data-focus-visible], [data-focused]'),
  ];
  const isSeen = places.some((place) => {
    if (place === null || place === document.body) return false;
    const { outlineStyle, boxShadow } = getComputedStyle(place);
    return outlineStyle !== 'none' || boxShadow !== 'none';
  });
  // The caret shows in words, and an edge turns blue as a whole.
  const isSeenOtherwise = element.matches('[contenteditable=true], .side-edge');
  return isSeen || isSeenOtherwise ? 'fine' : element.outerHTML.slice(0, 160);
}

function whatIsLeft(): Omit<KeyboardWalk, 'unseen'> {
  const controls =
    'button, input, textarea, select, a[href], [tabindex], [role=tab], [role=option]';
  const groups = '[role=tablist], [role=listbox], [role=radiogroup], [role=menu], [role=grid]';
  const shown = [...document.querySelectorAll<HTMLElement>(controls)].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest('[aria-hidden=true], [inert], .unseen') === null &&
      !element.matches(
        ':disabled, [aria-disabled=true], [data-disabled], [data-react-aria-prevent-focus]',
      ),
  );
  const isMet = (element: Element) =>
    element.hasAttribute('data-met') ||
    (element.closest(groups)?.matches('[data-met]') ?? false) ||
    (element.closest(groups)?.querySelector('[data-met]') ?? null) !== null;
  // A number is stepped by the arrow keys of its field.
  const isForPointer = (element: Element) => element.matches('.field-step');
  const nameOf = (element: HTMLElement) =>
    element.getAttribute('aria-label') ??
    element.getAttribute('aria-labelledby') ??
    element.closest('label')?.textContent ??
    (element.id !== ''
      ? document.querySelector(`label[for="${element.id}"]`)?.textContent
      : null) ??
    element.textContent;
  const markup = (element: Element) => element.outerHTML.slice(0, 160);
  return {
    unreached: shown
      .filter((one) => one.tabIndex >= 0 || one.matches('[role=tab], [role=option], button'))
      .filter((one) => !isMet(one) && !isForPointer(one))
      .map(markup),
    nameless: shown
      .filter((one) => one.tabIndex >= 0 && (nameOf(one) ?? '').trim() === '')
      .map(markup),
  };
}
