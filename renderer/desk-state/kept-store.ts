import { createStore, type Store } from './store.ts';

/** A store whose fields survive the window: the browser keeps them on this machine. */
export function keptStore<Value extends object>(name: string, first: Value): Store<Value> {
  const store = createStore({ ...first, ...readKept(name, first) });
  store.subscribe(() => {
    try {
      localStorage.setItem(name, JSON.stringify(store.read()));
    } catch {
      // Not kept: it holds until the window is closed.
    }
  });
  return store;
}

function readKept<Value extends object>(name: string, first: Value): Partial<Value> {
  try {
    return knownFields(JSON.parse(localStorage.getItem(name) ?? '{}'), first);
  } catch {
    return {};
  }
}

/** Only fields of the right kind: another release may have kept something else. */
function knownFields<Value extends object>(kept: unknown, first: Value): Partial<Value> {
  if (typeof kept !== 'object' || kept === null) return {};
  const fields = Object.entries(kept).filter(
    ([key, value]) =>
      Object.hasOwn(first, key) && typeof value === typeof first[key as keyof Value],
  );
  return Object.fromEntries(fields) as Partial<Value>;
}
