import { expect, test } from 'vitest';
import { digitsOf, phoneFault, phoneFormat } from '#engine/model/phone-number.ts';

test('knows how the four hotlines of the supplement page are written', () => {
  const numbers = ['0731-55556789', '0731-57572222', '0731-56568888', '52688088'];
  expect(numbers.map(phoneFormat)).toEqual([
    'area code and hyphen',
    'area code and hyphen',
    'area code and hyphen',
    'no area code',
  ]);
});

test('knows brackets, run-on area codes, extensions, mobiles and service numbers', () => {
  expect(phoneFormat('（0731）55556789')).toBe('area code in brackets');
  expect(phoneFormat('073155556789')).toBe('area code run on');
  expect(phoneFormat('010-65136688-802')).toBe('area code and hyphen');
  expect(phoneFormat('13907310000')).toBe('mobile');
  expect(phoneFormat('400-820-8820')).toBe('service');
});

test('does not take for a number what cannot be dialled', () => {
  const wrong = ['0731-5555678９', '526880881', '招商', '10731-1', '0731–55556789', '055-5556789'];
  expect(wrong.map(phoneFormat)).toEqual(wrong.map(() => undefined));
});

test('says why a number cannot be dialled', () => {
  expect(phoneFault('0731-55556789、52688088')).toBe('marks');
  expect(phoneFault('0731-5555678９')).toBe('marks');
  expect(phoneFault('12')).toBe('too few digits');
  expect(phoneFault('0731-555678')).toBe('too few digits');
  expect(phoneFault('0731-15556789')).toBe('beginning');
  expect(phoneFault('1390731000')).toBe('too few digits');
  expect(phoneFault('526880881')).toBe('too many digits');
  expect(phoneFault('0731-555567890')).toBe('too many digits');
  expect(phoneFault('055-55567890')).toBe('beginning');
  expect(digitsOf('010-65136688-802')).toBe(11);
});
