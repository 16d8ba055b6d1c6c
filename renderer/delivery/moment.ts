/** 2021-06-17 22:30: digits read the same in both languages. */
export function moment(iso: string): string {
  return iso.replace('T', ' ').slice(0, 16);
}
