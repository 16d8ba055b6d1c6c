import { type Figure, quantile } from '#build/bench/figure.ts';
import { loadDoor } from './door-load.ts';

/** The correspondents' door under load, with the program killed and started again in between. */
export async function doorFigures(): Promise<readonly Figure[]> {
  const result = await loadDoor({ senders: 20, sendingsEach: 10 });
  const { sent, answerMs } = result;
  const count = (name: string, value: number, target: string | undefined): Figure => {
    return { name: `door under load: ${name}`, value, unit: '', target, samples: sent };
  };
  return [
    count('sendings acknowledged', result.acknowledged, `${sent} of ${sent}`),
    count('acknowledged drafts in the inbox, whole', result.found, 'all acknowledged'),
    count('acknowledged drafts lost', result.lost, '0'),
    count('drafts that are there twice', result.doubled, '0'),
    count('sendings with a picture of 1.5 MB', result.withPictures, undefined),
    count('attempts made again after a kill', result.repeated, undefined),
    {
      name: 'door under load: from sending to receipt, p95',
      value: quantile(answerMs, 0.95),
      unit: 'ms',
      target: undefined,
      samples: answerMs.length,
    },
  ];
}
