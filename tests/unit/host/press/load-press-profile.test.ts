import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { greatestInkPercent } from '#engine/press/ink-table.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import { type ProfileFolder, profileFolder } from './planted-profile.ts';

let files: ProfileFolder;
beforeEach(() => {
  files = profileFolder();
});
afterEach(() => files.remove());

async function failureOf(path: string): Promise<unknown> {
  const loaded = await loadPressProfile(path);
  return loaded.ok ? 'no failure' : loaded.failure;
}

describe('the shipped profiles', () => {
  it.each(['newsprint-390x540.json', 'newsprint-390x545.json'])('%s load whole', async (name) => {
    const loaded = await loadPressProfile(files.path(name));
    if (!loaded.ok) throw new Error(loaded.failure.code);
    const { controlStrip, icc, inkTable, profile } = loaded.value;
    expect(icc).toHaveLength(227_812);
    expect(greatestInkPercent(inkTable)).toBeLessThanOrEqual(profile.inkLimitPercent);
    expect(controlStrip?.items).toHaveLength(8);
    expect(`newsprint-${profile.trim.widthMm}x${profile.trim.heightMm}.json`).toBe(name);
  });
});

describe('a profile that cannot be used', () => {
  it('is named when it is not there', async () => {
    const path = files.path('nowhere.json');
    expect(await failureOf(path)).toEqual({
      code: 'press-profile-missing',
      values: { profile: path },
    });
  });

  it('is told with the field that is wrong', async () => {
    files.change({ trim: { widthMm: -1, heightMm: 540 } });
    expect(await failureOf(files.profile)).toMatchObject({
      code: 'press-profile-damaged',
      values: { field: 'trim.widthMm' },
    });
    writeFileSync(files.profile, '{"schemaVersion": 1,');
    expect(await failureOf(files.profile)).toMatchObject({ code: 'press-profile-damaged' });
  });

  it('may not name files outside its folder', async () => {
    files.change({ icc: '../secret.icc' });
    expect(await failureOf(files.profile)).toMatchObject({
      code: 'press-profile-damaged',
      values: { field: 'icc' },
    });
  });

  it('is refused when its table gives more ink than it allows', async () => {
    files.change({ inkLimitPercent: 210 });
    expect(await failureOf(files.profile)).toMatchObject({
      code: 'press-profile-ink',
      values: { limit: 210 },
    });
  });

  it('is refused with a control strip that is no strip', async () => {
    writeFileSync(files.path('four-inks-strip.json'), '{"widthPt": 1}');
    expect(await failureOf(files.profile)).toMatchObject({ code: 'control-strip-damaged' });
  });
});

describe('the .icc file', () => {
  const name = 'newsprint-tr002-tac220.icc';

  it('is named when it is not there', async () => {
    rmSync(files.path(name));
    expect(await failureOf(files.profile)).toMatchObject({ code: 'icc-missing' });
  });

  it('is refused when it is cut short, no profile, or not for four inks', async () => {
    const icc = readFileSync(files.path(name));
    writeFileSync(files.path(name), icc.subarray(0, 200_000));
    expect(await failureOf(files.profile)).toMatchObject({ code: 'icc-cut-short' });
    writeFileSync(files.path(name), 'not a profile at all');
    expect(await failureOf(files.profile)).toMatchObject({ code: 'icc-no-profile' });
    const screen = Buffer.from(icc);
    screen.write('RGB ', 16, 'latin1');
    writeFileSync(files.path(name), screen);
    expect(await failureOf(files.profile)).toMatchObject({ code: 'icc-not-cmyk' });
  });

  it('is refused when a table lies beyond its end, or cannot be read', async () => {
    const icc = readFileSync(files.path(name));
    const beyond = Buffer.from(icc);
    beyond.writeUInt32BE(icc.length, 132 + 4);
    writeFileSync(files.path(name), beyond);
    expect(await failureOf(files.profile)).toMatchObject({ code: 'icc-cut-short' });
    const hollow = Buffer.from(icc);
    hollow.fill(0xff, 132 + 12 * icc.readUInt32BE(128));
    writeFileSync(files.path(name), hollow);
    expect(await failureOf(files.profile)).toMatchObject({ code: 'icc-broken' });
  });

  it('of another press gets a table of its own', async () => {
    const icc = Buffer.from(readFileSync(files.path(name)));
    // The creation date in the header: another file, the same colours.
    icc.writeUInt16BE(2031, 24);
    writeFileSync(files.path(name), icc);
    // A table that says bare paper everywhere, kept for the old file.
    const table = readFileSync(files.path('newsprint-tr002-tac220.ink-table')).fill(0, 32);
    writeFileSync(files.path('newsprint-tr002-tac220.ink-table'), table);
    const [own, shipped] = await Promise.all([
      loadPressProfile(files.profile),
      loadPressProfile('templates/press-profiles/newsprint-390x540.json'),
    ]);
    if (!own.ok || !shipped.ok) throw new Error('both profiles load');
    expect(own.value.inkTable.inks).toEqual(shipped.value.inkTable.inks);
  });
});
