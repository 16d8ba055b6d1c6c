import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOUSE, ourSources, pathsBelow } from './house-files.ts';
import { findUntidiness } from './untidiness.ts';

test('the house is tidy', () => {
  const sources = ourSources();
  expect(sources.length).toBeGreaterThan(20);
  const found = sources.flatMap(findUntidiness);
  expect(found.map((one) => `${one.path}:${one.line} ${one.rule}`)).toEqual([]);
});

test('no committed text names a place on the machine it was written on', () => {
  // The words are taken apart so that this file does not name one itself.
  const place = new RegExp(`(^|[\\s'"\`(=])/(${['work', 'root', 'home'].join('|')})/\\w`, 'm');
  const texts = pathsBelow('').filter((path) => /\.(tsx?|mjs|json|md|html|css)$/.test(path));
  const found = texts.filter((path) => place.test(readFileSync(join(HOUSE, path), 'utf8')));
  expect(found).toEqual([]);
});

describe('the tidiness rules', () => {
  const rulesBroken = (text: string, path = 'engine/units/planted.ts') =>
    findUntidiness({ path, text }).map((one) => one.rule);
  const lines = (count: number) => '\n'.repeat(count - 1);

  test('pass a clean file', () => {
    const clean = '/** Twice as much. */\nexport function twice(x: number) {\n  return 2 * x;\n}\n';
    expect(rulesBroken(clean)).toEqual([]);
  });

  test('count columns in characters, not in bytes', () => {
    expect(rulesBroken(`// ${'版'.repeat(97)}`)).toEqual([]);
    expect(rulesBroken(`// ${'版'.repeat(98)}`)).toEqual(['line over 100 columns']);
    expect(rulesBroken(`/* ${'版'.repeat(98)} */`)).toEqual(['line over 100 columns']);
    expect(rulesBroken(`const a =\n  /${'版'.repeat(98)}/u;`)).toEqual([]);
  });

  test('report long files and long functions', () => {
    expect(rulesBroken(lines(400))).toEqual([]);
    expect(rulesBroken(lines(401))).toEqual(['file over 400 lines']);
    expect(rulesBroken(`function long() {${lines(70)}}`)).toEqual([]);
    expect(rulesBroken(`function long() {${lines(71)}}`)).toEqual(['function over 70 lines']);
    expect(rulesBroken(`const long = () => {${lines(71)}};`)).toEqual(['function over 70 lines']);
  });

  test('let a description of many tests be long', () => {
    expect(rulesBroken(`describe('x', () => {${lines(90)}});`, 'tests/unit/x.test.ts')).toEqual([]);
  });

  test('report a fifth parameter', () => {
    expect(rulesBroken('function f(a: 1, b: 2, c: 3, d: 4) {}')).toEqual([]);
    expect(rulesBroken('function f(a: 1, b: 2, c: 3, d: 4, e: 5) {}')).toEqual([
      'more than 4 parameters',
    ]);
  });

  test('report empty, clipped and foreign words', () => {
    expect(rulesBroken('interface PageManager {}')).toEqual(['empty word: PageManager']);
    expect(rulesBroken('interface TextItem {}')).toEqual([]);
    expect(rulesBroken('interface MenuItem {}')).toEqual(['empty word: MenuItem']);
    expect(rulesBroken('function pageInfo() {}')).toEqual(['empty word: pageInfo']);
    expect(rulesBroken('const ctx = 1;')).toEqual(['clipped word: ctx']);
    expect(rulesBroken('const kinsokuTable = 1;')).toEqual(['not a newsroom word: kinsokuTable']);
    expect(rulesBroken('interface IPage {}')).toEqual(['I-prefix: IPage']);
    expect(rulesBroken('', 'engine/units/string-utils.ts')).toEqual([
      'empty word in the path: utils',
    ]);
  });

  test('report a null of our own making, not one that is compared or written as JSON', () => {
    expect(rulesBroken('const a = null;')).toEqual(['null']);
    expect(rulesBroken('let a: string | null;')).toEqual(['null']);
    expect(rulesBroken('if (a === null) b();')).toEqual([]);
    expect(rulesBroken('JSON.stringify(a, null, 2);')).toEqual([]);
  });

  test('report exports of the engine and of the contract without a doc comment', () => {
    expect(rulesBroken('export const a = 1;')).toEqual(['export without a doc comment']);
    expect(rulesBroken('/** One. */\nexport const a = 1;')).toEqual([]);
    expect(rulesBroken('export const a = 1;', 'host/contract.ts')).toHaveLength(1);
    expect(rulesBroken('export const a = 1;', 'host/other.ts')).toEqual([]);
  });

  test('report clock, chance and locale in the engine', () => {
    expect(rulesBroken('const a = Date.now();')).toHaveLength(1);
    expect(rulesBroken('const a = new Date();')).toHaveLength(1);
    expect(rulesBroken('const a = new Date(when);')).toEqual([]);
    expect(rulesBroken('const a = Math.random();')).toHaveLength(1);
    expect(rulesBroken('const a = b.localeCompare(c);')).toHaveLength(1);
    expect(rulesBroken('const a = Date.now();', 'host/other.ts')).toEqual([]);
  });

  test('report leftovers, climbing imports and tests left out', () => {
    const unfinished = ['TO', 'DO'].join('');
    expect(rulesBroken(`// ${unfinished} later`)).toEqual(['unfinished note without a number']);
    expect(rulesBroken(`// ${unfinished} (decision 7) later`)).toEqual([]);
    expect(rulesBroken(`import { a } from ${"'../a.ts'"};`)).toHaveLength(1);
    for (const how of ['only', 'skip', 'skipIf', 'todo']) {
      expect(rulesBroken(`test.${how}('x');`, 'tests/unit/x.test.ts')).toHaveLength(1);
    }
  });
});
