/** A count with its noun: `1 row`, `2 rows`, `10,000 rows`. */
export function countText(count: number, singular: string, plural = `${singular}s`): string {
  return `${numberText(count)} ${count === 1 ? singular : plural}`;
}

/** A number with its thousands apart, the same on every machine: server and browser must render the same text. */
export function numberText(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
