import { beforeEach, expect, test, vi } from 'vitest';
import * as electron from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));
const { forkProgram } = await import('#electron/fork-program.ts');

beforeEach(electron.resetElectron);

test('a program of its own hears, speaks and is ended', async () => {
  const program = forkProgram('/app/press-job.js');
  const [child] = electron.utilityProcess.forked;
  expect(child?.file).toBe('/app/press-job.js');
  program.send({ pages: [0] });
  expect(child?.posted).toEqual([{ pages: [0] }]);
  const heard = vi.fn();
  program.hear(heard);
  child?.emit('message', { pagesDone: 1 });
  expect(heard).toHaveBeenCalledWith({ pagesDone: 1 });
  program.end();
  expect(await program.ended).toBe(15);
});
