import { describe, expect, it } from 'vitest';
import { createStore } from '#renderer/desk-state/store.ts';

describe('a store of the window', () => {
  it('lays changes over the value and leaves the rest alone', () => {
    const store = createStore({ page: 'a06', zoom: 1 });
    store.change({ zoom: 2 });
    expect(store.read()).toEqual({ page: 'a06', zoom: 2 });
  });

  it('takes changes that depend on the value', () => {
    const store = createStore({ zoom: 1 });
    store.change(({ zoom }) => ({ zoom: zoom * 2 }));
    store.change(({ zoom }) => ({ zoom: zoom * 2 }));
    expect(store.read().zoom).toBe(4);
  });

  it('tells nobody when nothing changed', () => {
    const store = createStore({ page: 'a06' });
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    store.change({ page: 'a06' });
    expect(told).toBe(0);
    store.change({ page: 'a07' });
    expect(told).toBe(1);
  });

  it('tells nobody who has stopped listening', () => {
    const store = createStore({ page: 'a06' });
    let told = 0;
    const stop = store.subscribe(() => {
      told += 1;
    });
    stop();
    store.change({ page: 'a07' });
    expect(told).toBe(0);
  });
});
