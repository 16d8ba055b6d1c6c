/** Room in memory that sendings on their way share. */
export interface ByteBudget {
  /** Waits for room; undefined when none was had in time. The answer gives the room back. */
  take(bytes: number, who: string): Promise<(() => void) | undefined>;
}

/** How much room there is, for all and for one address, and how long one waits for it. */
export interface BudgetForm {
  readonly bytes: number;
  readonly bytesEach: number;
  readonly waitMs: number;
}

interface Waiting {
  readonly bytes: number;
  readonly who: string;
  readonly begin: () => void;
}

/** All room is free. Who has waited longest goes first, unless it is the own address that is full. */
export function createByteBudget({ bytes: all, bytesEach, waitMs }: BudgetForm): ByteBudget {
  const taken = new Map<string, number>();
  const waiting: Waiting[] = [];
  const total = () => [...taken.values()].reduce((sum, one) => sum + one, 0);
  const takenBy = (who: string) => taken.get(who) ?? 0;
  const fitsOwn = ({ bytes, who }: Waiting) =>
    takenBy(who) === 0 || takenBy(who) + bytes <= bytesEach;
  function letIn(): void {
    for (const one of [...waiting]) {
      if (!fitsOwn(one)) continue;
      if (total() > 0 && total() + one.bytes > all) return;
      waiting.splice(waiting.indexOf(one), 1);
      taken.set(one.who, takenBy(one.who) + one.bytes);
      one.begin();
    }
  }
  function giveBack(bytes: number, who: string): void {
    const left = takenBy(who) - bytes;
    if (left > 0) taken.set(who, left);
    else taken.delete(who);
    letIn();
  }
  return {
    take(bytes, who) {
      return new Promise((resolve) => {
        const clock = setTimeout(() => {
          waiting.splice(waiting.indexOf(one), 1);
          resolve(undefined);
        }, waitMs);
        const begin = () => {
          clearTimeout(clock);
          let isHeld = true;
          resolve(() => {
            if (isHeld) giveBack(bytes, who);
            isHeld = false;
          });
        };
        const one = { bytes, who, begin };
        waiting.push(one);
        letIn();
      });
    },
  };
}
