/** How long a statement took, as \timing prints it. @param ms milliseconds */
export function timingText(ms: number): string {
  const exact = `Time: ${ms.toFixed(3)} ms`;
  if (ms < 1000) return `${exact}\n`;
  const two = (n: number): string => String(n).padStart(2, '0');
  const seconds = ((ms / 1000) % 60).toFixed(3).padStart(6, '0');
  const minutes = Math.floor(ms / 60_000) % 60;
  const hours = Math.floor(ms / 3_600_000) % 24;
  const days = Math.floor(ms / 86_400_000);
  if (days > 0) return `${exact} (${String(days)} d ${two(hours)}:${two(minutes)}:${seconds})\n`;
  return hours > 0
    ? `${exact} (${two(hours)}:${two(minutes)}:${seconds})\n`
    : `${exact} (${two(minutes)}:${seconds})\n`;
}
