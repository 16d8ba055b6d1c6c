import { createHash } from 'node:crypto';

/** 32 hexadecimal digits that follow from the parts alone: equal pages get equal ids. */
export function derivedId(parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
