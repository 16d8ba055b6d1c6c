import { FIRST_SETTINGS, type Settings } from './desk-state.ts';
import { keptStore } from './kept-store.ts';
import type { Store } from './store.ts';

const SYSTEM_DARK = '(prefers-color-scheme: dark)';

/** The settings of this machine, worn by the window as soon as they change. */
export function keptSettings(): Store<Settings> {
  const store = keptStore('banxin settings', FIRST_SETTINGS);
  const wearNow = () => wear(store.read());
  wearNow();
  store.subscribe(wearNow);
  // The system may turn dark in the evening, while the window is open.
  window.matchMedia(SYSTEM_DARK).addEventListener('change', wearNow);
  return store;
}

/** Theme, scale and language as the style sheets and the screen reader see them. */
function wear({ theme, scalePercent, language }: Settings): void {
  const isDark = theme === 'dark' || (theme === 'system' && window.matchMedia(SYSTEM_DARK).matches);
  const root = document.documentElement;
  root.dataset.theme = isDark ? 'dark' : 'light';
  root.style.setProperty('--scale', String(scalePercent / 100));
  root.lang = language;
}
