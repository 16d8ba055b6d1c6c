/** Puts values in the place of words in braces, `{lines}`; one without a value stays as it is. */
export function filledPattern(
  pattern: string,
  values: Readonly<Record<string, string | number | undefined>>,
): string {
  return pattern.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}
