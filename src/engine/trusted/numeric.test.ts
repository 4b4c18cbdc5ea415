import { describe, expect, test } from 'vitest';
import { divide, literalUnits, numericText, rescale } from './numeric';

describe('numeric', () => {
  test.each([
    [0n, 2, '0.00'],
    [5n, 2, '0.05'],
    [-5n, 2, '-0.05'],
    [1184n, 2, '11.84'],
    [7n, 0, '7'],
  ])('writes %s units at scale %s', (units, scale, text) => {
    expect(numericText(units, scale)).toBe(text);
  });

  test('reads literals without the errors of binary fractions', () => {
    expect(literalUnits(5.9, 2)).toBe(590);
    expect(literalUnits(6.095, 2)).toBe(609.5);
    expect(literalUnits(-0.5, 2)).toBe(-50);
  });

  test('rounds the half away from zero', () => {
    expect([rescale(185n, 2, 1), rescale(-185n, 2, 1), rescale(184n, 2, 1), rescale(18n, 1, 3)]).toEqual([
      19n,
      -19n,
      18n,
      1800n,
    ]);
  });

  // Each as PostgreSQL answers SELECT a::numeric / b.
  test.each([
    [5n, 0, 2n, '2.5000000000000000'],
    [2n, 0, 3n, '0.66666666666666666667'],
    [81017n, 2, 9n, '90.0188888888888889'],
    [0n, 2, 4n, '0.00000000000000000000'],
    [99999999n, 0, 3n, '33333333.000000000000'],
    [-50n, 2, 3n, '-0.16666666666666666667'],
    [1n, 2, 3n, '0.00333333333333333333'],
  ])('divides %s units at scale %s by %s', (units, scale, divisor, text) => {
    const quotient = divide(units, scale, divisor);
    expect(numericText(quotient.units, quotient.scale)).toBe(text);
  });
});
