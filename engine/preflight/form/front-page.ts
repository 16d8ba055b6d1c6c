/** True for the number of the page that opens a paper: 1, 01, A01. */
export function isFrontPage(number: string): boolean {
  return /^A?0*1$/u.test(number.trim());
}
