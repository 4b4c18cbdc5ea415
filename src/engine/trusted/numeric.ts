import { outside } from './outside';

// PostgreSQL's numeric is exact, and JavaScript's number is not. A value is therefore kept as a whole number of units,
// the last digit that its scale has: 11.84 is 1184 units at scale 2.

/** PostgreSQL's least number of significant digits in a quotient. */
const SIGNIFICANT_DIGITS = 16;
/** PostgreSQL keeps a numeric in digits to this base, of so many decimal digits. */
const BASE_DIGITS = 4;

/** What number of units a literal is: it may have more digits than the scale. */
export function literalUnits(value: number, scale: number): number {
  return Number(`${String(value)}e${String(scale)}`);
}

/** Units as PostgreSQL writes them. */
export function numericText(units: bigint, scale: number): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const text = scale === 0 ? whole : `${whole}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
}

/** A quotient of whole numbers, rounded to the nearest; the half goes away from zero. */
function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const [top, bottom] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const quotient = (2n * top + bottom) / (2n * bottom);
  return negative ? -quotient : quotient;
}

/** Units at another scale, rounded as PostgreSQL's `round`. */
export function rescale(units: bigint, from: number, to: number): bigint {
  return to >= from ? units * 10n ** BigInt(to - from) : roundedQuotient(units, 10n ** BigInt(from - to));
}

/** The first digit to PostgreSQL's base, and the power of the base that it stands for. */
function leading(units: bigint, scale: number): { readonly weight: number; readonly digit: number } {
  const text = numericText(units < 0n ? -units : units, scale);
  const [whole = '', fraction = ''] = text.split('.');
  const significant = whole.replace(/^0+/, '');
  if (significant !== '') {
    const weight = Math.ceil(significant.length / BASE_DIGITS) - 1;
    return { weight, digit: Number(significant.slice(0, significant.length - weight * BASE_DIGITS)) };
  }
  const zeros = /^0*/.exec(fraction)?.[0].length ?? 0;
  if (zeros === fraction.length) return { weight: 0, digit: 0 };
  const group = Math.floor(zeros / BASE_DIGITS);
  const digits = fraction.padEnd((group + 1) * BASE_DIGITS, '0').slice(group * BASE_DIGITS, (group + 1) * BASE_DIGITS);
  return { weight: -group - 1, digit: Number(digits) };
}

/** A quotient as PostgreSQL computes it: by rule, the scale depends on the values (`select_div_scale`). */
export function divide(
  dividend: bigint,
  scale: number,
  divisor: bigint,
): { readonly units: bigint; readonly scale: number } {
  if (divisor === 0n) outside();
  const [top, bottom] = [leading(dividend, scale), leading(divisor, 0)];
  const weight = top.weight - bottom.weight - (top.digit <= bottom.digit ? 1 : 0);
  const result = Math.max(SIGNIFICANT_DIGITS - weight * BASE_DIGITS, scale, 0);
  return { units: roundedQuotient(dividend * 10n ** BigInt(result - scale), divisor), scale: result };
}
