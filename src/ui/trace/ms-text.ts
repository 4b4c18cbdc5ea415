/** Milliseconds with one decimal and without their unit: `3.1`. */
export function msText(ms: number): string {
  return ms.toFixed(1);
}
