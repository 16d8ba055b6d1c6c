import { expect, it } from 'vitest';
import type { SignOff, SignOffRole } from '#engine/model/issue-answers.ts';
import { neededSignatures, signOffState } from '#engine/model/sign-off.ts';

const NOW = 'a'.repeat(64);
const BEFORE = 'b'.repeat(64);

/** Signatures such as `editor 王墨`, one a line, under the page as it looks now. */
function signed(lines: string, look = NOW): Record<string, SignOff> {
  const signatures = lines.split('\n').map((line, place): [string, SignOff] => {
    const [role = '', by = ''] = line.trim().split(' ');
    const at = `2021-06-17T22:3${place}:00+08:00`;
    const signOff = { page: 'a06', role: role as SignOffRole, by, at, look, version: undefined };
    return [`${look.slice(0, 1)}${place}`, signOff];
  });
  return Object.fromEntries(signatures);
}

function state(signOffs: Record<string, SignOff>) {
  return signOffState({ signOffs }, 'a06', NOW, neededSignatures(undefined));
}

it('asks for the editor and for the duty chief or the duty editor-in-chief', () => {
  expect(state({})).toMatchObject({
    kind: 'unsigned',
    missing: [['editor'], ['dutyChief', 'dutyEditorInChief']],
  });
  expect(state(signed('editor 王墨\ndutyEditorInChief 李灿晖')).kind).toBe('signed');
});

it('is not signed by those whom nobody asked for', () => {
  expect(state(signed('proofreader 王墨\nlayout 李灿晖'))).toMatchObject({
    kind: 'partly signed',
    missing: [['editor'], ['dutyChief', 'dutyEditorInChief']],
  });
});

it('counts one person for one of the needed signatures', () => {
  expect(state(signed('editor 王墨\ndutyChief 王墨')).missing).toHaveLength(1);
  expect(state(signed('editor 王墨\ndutyChief 王墨\ndutyChief 李灿晖')).kind).toBe('signed');
  expect(state(signed('editor 王墨\neditor 李灿晖\ndutyChief 王墨')).kind).toBe('signed');
});

it('lets no signature stand when the page looks otherwise', () => {
  const before = signed('editor 王墨\ndutyChief 李灿晖', BEFORE);
  expect(state(before)).toMatchObject({ kind: 'changed', valid: [] });
  expect(state(before).stale.map(({ by }) => by)).toEqual(['王墨', '李灿晖']);
  expect(state({ ...before, ...signed('editor 王墨') }).kind).toBe('partly signed');
});

it('takes the signatures of another page for nothing', () => {
  const signOffs = signed('editor 王墨\ndutyChief 李灿晖');
  expect(signOffState({ signOffs }, 'a07', NOW, [['editor']]).kind).toBe('unsigned');
});
