import { expect, test } from 'vitest';
import { openDeskUnderTest } from './desk-under-test.ts';

const WAIT_MS = 60_000;

test('a character that makes no word is pointed at, with what may be meant', async () => {
  const changed = (json: string) => json.replace('通信等基础设施', '通信等基础没施');
  const desk = await openDeskUnderTest({ changed });
  try {
    await desk.page.getByRole('button', { name: /存疑/u }).click({ timeout: WAIT_MS });
    // The words come from the host after the first reading.
    await desk.page.getByText('疑似错字').waitFor({ timeout: WAIT_MS });
    await desk.page.getByText('“基础没施”不成词，疑为“基础设施”。').waitFor({ timeout: WAIT_MS });
    expect(desk.complaints).toEqual([]);
  } finally {
    await desk.close();
  }
}, 180_000);
