/**
 * A number with commas between its thousands, as `\pset numericlocale` prints it in the C locale.
 * What does not look like a number, such as an amount of money, stays as it is.
 */
export function groupDigits(text: string): string {
  if (!/^[\d+.eE-]*$/.test(text)) return text;
  return text.replace(
    /^([+-]?)(\d+)/,
    (_, sign: string, digits: string) => sign + digits.replace(/\B(?=(?:\d{3})+$)/g, ','),
  );
}
