/**
 * Where a key leads among steps that are counted from 0.
 * @returns `null` when the key leads nowhere
 */
export function stepAfter(key: string, step: number, steps: number): number | null {
  const last = steps - 1;
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return Math.min(step + 1, last);
    case 'ArrowUp':
    case 'ArrowLeft':
      return Math.max(step - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
