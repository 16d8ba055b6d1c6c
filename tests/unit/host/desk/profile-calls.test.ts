import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { copiedSample } from '#tests/unit/host/issue-folder/sample-folder.ts';
import { namedInTwoLanguages, rebuiltIcc } from '#tests/unit/press/rebuilt-icc.ts';
import { codeOf, deskBehindDoor, given, ownDataFolder } from './desk-behind-door.ts';
import { openWindow } from './desk-window.ts';

let data = '';
const ICC = new Uint8Array(readFileSync('templates/press-profiles/newsprint-tr002-tac220.icc'));

beforeEach(async () => {
  data = await ownDataFolder();
});

/** The print shop's file: another one than ours, of the same press. */
function shopIcc(): Uint8Array {
  const icc = ICC.slice();
  new DataView(icc.buffer).setUint16(24, 2031);
  return icc;
}

const own = () => readdirSync(join(data, 'press-profiles'));

describe('a press of another paper', () => {
  test('has figures of its own to be compared, and a limit to its ink', async () => {
    const { door } = await deskBehindDoor();
    const name = namedInTwoLanguages('铜版纸 园区印务', 'Coated');
    const icc = rebuiltIcc((tag, own) => (tag === 'desc' ? name : own), { 8: 4 });
    const sheet = given(await door.takeInProfile({ name: '印务.icc', bytes: icc }));
    const usual = given(await door.readProfile({ profile: 'newsprint-390x540' }));
    expect(sheet.settings).toMatchObject({
      name: '铜版纸 园区印务',
      outputCondition: { description: '铜版纸 园区印务' },
    });
    expect(sheet.settings.inkLimitPercent).toBeGreaterThan(240);
    const lightness = ({ figures }: typeof sheet) => figures.paper.lab[0] ?? 0;
    expect(lightness(sheet)).toBeGreaterThan(lightness(usual) + 10);
    const tinting = rebuiltIcc((tag, own) => (tag.startsWith('B2A') ? own.fill(99, 60) : own));
    const refused = await door.takeInProfile({ name: '印务.icc', bytes: tinting });
    expect(codeOf(refused)).toBe('icc-tints-paper');
  });
});

describe('a profile made of a print shop’s .icc file', () => {
  test('has the limit that its pictures keep, and says how it prints', async () => {
    const { door } = await deskBehindDoor();
    const sheet = given(await door.takeInProfile({ name: 'shop.icc', bytes: shopIcc() }));
    expect(sheet.isOwn).toBe(true);
    const { figures, settings } = sheet;
    expect(figures.iccName).not.toBe('');
    expect(settings.inkLimitPercent).toBeGreaterThanOrEqual(figures.mostInkPercent);
    expect(settings.inkLimitPercent - figures.mostInkPercent).toBeLessThan(10);
    // Newsprint is grey and its black is weak (ISO 12647-3: paper near L* 82, black near 36).
    const [paper = 0, black = 0, darkest = 0] = [figures.paper, figures.black, figures.darkest].map(
      ({ lab }) => lab[0],
    );
    expect(paper).toBeGreaterThan(76);
    expect(paper).toBeLessThan(90);
    expect(black).toBeGreaterThan(28);
    expect(darkest).toBeLessThan(black + 1);
    const { profiles, broken } = given(await door.listProfiles({}));
    expect(profiles.map(({ id }) => id)).toContain(sheet.id);
    expect(broken).toEqual([]);
  });

  test('presses pages by its file name, its limit and its standard', async () => {
    const { door } = await deskBehindDoor();
    const { session } = await openWindow(door, { folder: await copiedSample() });
    const { id, settings } = given(
      await door.takeInProfile({ name: 'shop.icc', bytes: shopIcc() }),
    );
    const wanted = { ...settings, name: '新印厂', fileName: '{page}-{yyyymmdd}.pdf' };
    const changed = { ...wanted, standard: 'x1a' as const, inkLimitPercent: 250 };
    given(await door.changeProfile({ profile: id, settings: changed }));
    const folder = join(data, 'out');
    const order = {
      session,
      pages: [0],
      profile: id,
      folder,
      inSpiteOfFindings: false,
      hasReport: false,
    };
    const job = given(await door.startPress(order));
    let progress = given(await door.pressProgress(job));
    while (progress.state === 'running') {
      await new Promise((passed) => setTimeout(passed, 20));
      progress = given(await door.pressProgress(job));
    }
    expect(progress.findings.filter(({ severity }) => severity === 'blocks press')).toEqual([]);
    expect(progress).toMatchObject({ state: 'delivered' });
    expect(readdirSync(folder)).toEqual(['A06-20210618.pdf']);
    const pdf = readFileSync(join(folder, 'A06-20210618.pdf'), 'latin1');
    expect(pdf).toContain('PDF/X-1');
    expect(given(await door.proofTable({ profile: id })).length).toBe(17 ** 4 * 3);
  }, 60_000);

  test('is copied, handed on as one file, taken in again and taken away', async () => {
    const { door } = await deskBehindDoor();
    const first = given(await door.takeInProfile({ name: 'shop.icc', bytes: shopIcc() }));
    const copy = given(await door.copyProfile({ profile: first.id, name: '副本' }));
    expect(copy.settings).toEqual({ ...first.settings, name: '副本' });
    const file = given(await door.exportProfile({ profile: copy.id }));
    given(await door.deleteProfile({ profile: copy.id }));
    given(await door.deleteProfile({ profile: first.id }));
    expect(own()).toEqual([]);
    const again = given(await door.takeInProfile({ name: 'a.json', bytes: file }));
    expect({ ...again, id: '' }).toEqual({ ...copy, id: '' });
  });
});

describe('what is refused', () => {
  test('a file that is no profile of a press, with the reason, and nothing is kept', async () => {
    const { door } = await deskBehindDoor();
    const screen = ICC.slice();
    screen.set(new TextEncoder().encode('RGB '), 16);
    const monitor = ICC.slice();
    monitor.set(new TextEncoder().encode('mntr'), 12);
    const hollow = ICC.slice();
    hollow.fill(0xff, 400);
    const wrong: readonly (readonly [Uint8Array, string])[] = [
      [new Uint8Array(0), 'icc-no-profile'],
      [new TextEncoder().encode('特性文件'), 'icc-no-profile'],
      [ICC.slice(0, 200_000), 'icc-cut-short'],
      [screen, 'icc-not-cmyk'],
      [monitor, 'icc-not-output'],
      [hollow, 'icc-broken'],
      [new TextEncoder().encode('{"form": "banxin press profile"}'), 'profile-file-damaged'],
    ];
    for (const [bytes, code] of wrong) {
      expect(codeOf(await door.takeInProfile({ name: 'shop.icc', bytes }))).toBe(code);
    }
    expect(readdirSync(data)).not.toContain('press-profiles');
  });

  test('a limit that the pictures do not keep, and a change of a shipped profile', async () => {
    const { door } = await deskBehindDoor();
    const { id, settings } = given(await door.takeInProfile({ name: 's.icc', bytes: shopIcc() }));
    const low = { profile: id, settings: { ...settings, inkLimitPercent: 150 } };
    expect(codeOf(await door.changeProfile(low))).toBe('press-profile-ink');
    const shipped = 'newsprint-390x540';
    expect(codeOf(await door.changeProfile({ profile: shipped, settings }))).toBe(
      'profile-not-own',
    );
    expect(codeOf(await door.deleteProfile({ profile: shipped }))).toBe('profile-not-own');
  });

  test('a damaged profile is named with what is wrong, and the others stay', async () => {
    const { door } = await deskBehindDoor();
    const { id } = given(await door.takeInProfile({ name: 's.icc', bytes: shopIcc() }));
    const before = given(await door.listProfiles({})).profiles.length;
    writeFileSync(join(data, 'press-profiles', `${id}.icc`), 'gone');
    const { broken, profiles } = given(await door.listProfiles({}));
    expect(profiles).toHaveLength(before - 1);
    expect(broken).toMatchObject([{ id, failure: { code: 'icc-no-profile' } }]);
  });
});
