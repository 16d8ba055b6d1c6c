import { useSyncExternalStore } from 'react';

/** A value that changes, and those who want to know. */
export interface Store<Value> {
  read(): Value;
  /** Lays the changes over the value; listeners hear of it when a field really changed. */
  change(changes: Partial<Value> | ((value: Value) => Partial<Value>)): void;
  /** Answers how to stop listening. */
  subscribe(listener: () => void): () => void;
}

/** A store with its first value. */
export function createStore<Value extends object>(first: Value): Store<Value> {
  const listeners = new Set<() => void>();
  let value = first;
  return {
    read: () => value,
    change(changes) {
      const wanted = typeof changes === 'function' ? changes(value) : changes;
      const keys = Object.keys(wanted) as (keyof Value)[];
      if (keys.every((key) => Object.is(value[key], wanted[key]))) return;
      value = { ...value, ...wanted };
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/**
 * What `select` picks from a store, kept up to date. The pick must be a field or a value that keeps
 * its identity while nothing changes, not a fresh object.
 */
export function useStore<Value, Picked>(
  store: Store<Value>,
  select: (value: Value) => Picked,
): Picked {
  return useSyncExternalStore(store.subscribe, () => select(store.read()));
}
