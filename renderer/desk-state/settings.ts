import { FIRST_SETTINGS, type Settings } from './desk-state.ts';
import { createStore, type Store } from './store.ts';

const KEPT_UNDER = 'banxin settings';

/** The settings of this machine; what is chosen is kept in the browser's store. */
export function keptSettings(): Store<Settings> {
  const store = createStore(readSettings());
  wear(store.read());
  store.subscribe(() => {
    wear(store.read());
    try {
      localStorage.setItem(KEPT_UNDER, JSON.stringify(store.read()));
    } catch {
      // Not kept: they hold until the window is closed.
    }
  });
  return store;
}

function readSettings(): Settings {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT_UNDER) ?? '{}');
    return typeof kept === 'object' && kept !== null
      ? { ...FIRST_SETTINGS, ...known(kept) }
      : FIRST_SETTINGS;
  } catch {
    return FIRST_SETTINGS;
  }
}

/** Only fields of the right kind: another release may have kept something else. */
function known(kept: object): Partial<Settings> {
  const fields = Object.entries(kept).filter(
    ([key, value]) =>
      Object.hasOwn(FIRST_SETTINGS, key) &&
      typeof value === typeof FIRST_SETTINGS[key as keyof Settings],
  );
  return Object.fromEntries(fields);
}

/** Theme, scale and language as the style sheets and the screen reader see them. */
function wear({ theme, scalePercent, language }: Settings): void {
  const isDark =
    theme === 'dark' ||
    (theme === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  const root = document.documentElement;
  root.dataset.theme = isDark ? 'dark' : 'light';
  root.style.setProperty('--scale', String(scalePercent / 100));
  root.lang = language;
}
