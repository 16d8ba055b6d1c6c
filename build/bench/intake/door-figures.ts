import { type Figure, quantile } from '#build/bench/figure.ts';
import { loadDoor } from './door-load.ts';

/** The correspondents' door under load, with the program killed and started again in between. */
export async function doorFigures(): Promise<readonly Figure[]> {
  const load = { senders: 20, sendingsEach: 10 };
  const { sent, acknowledged, found, doubled, repeated, answerMs } = await loadDoor(load);
  const count = (name: string, value: number, target: string | undefined): Figure => {
    return { name: `door under load: ${name}`, value, unit: '', target, samples: sent };
  };
  return [
    count('sendings acknowledged', acknowledged, `${sent} of ${sent}`),
    count('acknowledged drafts in the inbox', found, 'all acknowledged'),
    count('drafts that are there twice', doubled, '0'),
    count('sent again because the program was killed', repeated, undefined),
    {
      name: 'door under load: from sending to receipt, p95',
      value: quantile(answerMs, 0.95),
      unit: 'ms',
      target: undefined,
      samples: answerMs.length,
    },
  ];
}
