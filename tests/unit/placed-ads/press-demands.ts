import { loadPressProfile } from '#host/press/load-press-profile.ts';

/** The press profile that ads are judged by in tests. */
export async function adPress() {
  const press = await loadPressProfile('templates/press-profiles/newsprint-390x540.json');
  if (!press.ok) throw new Error('the press profile can be read');
  return press.value;
}
