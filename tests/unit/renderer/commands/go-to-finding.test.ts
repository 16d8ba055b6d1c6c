import { describe, expect, test } from 'vitest';
import { KNOWN_CODES, type RepairPlace, repairPlaceOf } from '#engine/preflight/finding-rules.ts';
import type { FindingPlace } from '#engine/units/finding.ts';
import { goToFinding, goToRepair } from '#renderer/commands/go-to-finding.ts';
import { preflightStrings } from '#renderer/strings/preflight-strings.ts';
import { deskWithCommands } from './desk-with-commands.ts';

/** What stands chosen and open, once an editor went to repair it. */
interface Opened {
  readonly panel?: string;
  readonly dialog?: string;
  readonly chosen: string;
}

/** A finding as it is told of the sample for each place of repair, and what the desk opens. */
const OPENED: Readonly<Record<RepairPlace, readonly [FindingPlace, Opened]>> = {
  words: [
    { block: 'lead', text: 'article:lead/story:1' },
    { panel: 'galley', chosen: 'blocks' },
  ],
  headline: [
    { block: 'lead', text: 'article:lead/headline' },
    { panel: 'headline', chosen: 'blocks' },
  ],
  fit: [{ block: 'lead' }, { panel: 'fit', chosen: 'blocks' }],
  picture: [
    { block: 'workshop', text: 'picture:workshop' },
    { panel: 'picture', chosen: 'blocks' },
  ],
  partners: [
    { block: 'partners', text: 'adGrid:partners/cell:7/number' },
    { panel: 'partners', chosen: 'ad cell' },
  ],
  ads: [{ block: 'workshop' }, { panel: 'ads', chosen: 'blocks' }],
  fillers: [{ block: 'workshop' }, { panel: 'fillers', chosen: 'blocks' }],
  block: [{ block: 'imprint' }, { panel: 'properties', chosen: 'blocks' }],
  page: [{ block: 'flag' }, { panel: 'properties', chosen: 'nothing' }],
  profile: [{ page: 'a06' }, { dialog: 'press', chosen: 'nothing' }],
};

function gone(code: string): Opened {
  const [where] = OPENED[repairPlaceOf({ code, where: {} })];
  const { desk } = deskWithCommands();
  goToRepair(desk, { code, severity: 'warns', where: { page: 'a06', ...where }, values: {} });
  const { dialog, panel, selection, showsRight } = desk.state.read();
  expect(showsRight).toBe(true);
  const open = dialog === undefined ? { panel } : { dialog };
  return { ...open, chosen: selection.kind };
}

describe('every finding', () => {
  test.for([...KNOWN_CODES, 'pdf-ink-square', 'pdf-font-damaged'])(
    '%s leads to the panel where it is put right, with the right thing chosen',
    (code) => {
      // Those of the paper's whole page lead to its properties whatever block tells them.
      const repair = repairPlaceOf({ code, where: {} });
      expect(gone(code)).toEqual(OPENED[repair][1]);
      expect(preflightStrings.zhCn.repair(repair)).toMatch(/^去/u);
    },
  );
});

test('a fault of type leads to what it is written in', () => {
  const at = (where: FindingPlace) => {
    const { desk } = deskWithCommands();
    goToRepair(desk, { code: 'type-too-small', severity: 'warns', where, values: {} });
    return desk.state.read().panel;
  };
  expect(at({ block: 'safety', text: 'article:safety-yuhu/kicker' })).toBe('headline');
  expect(at({ block: 'partners', text: 'adGrid:partners/cell:1/latinName' })).toBe('partners');
  expect(at({ block: 'flag' })).toBe('properties');
});

test('going to a block of another page shows that page', () => {
  const { desk } = deskWithCommands();
  goToFinding(desk, { where: { block: 'imprint' } });
  expect(desk.state.read().reveal).toEqual({ page: 'a06', block: 'imprint' });
  goToFinding(desk, { where: { block: 'no such block' } });
  expect(desk.state.read().reveal).toEqual({ page: 'a06', block: 'imprint' });
});
