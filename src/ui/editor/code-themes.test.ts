import { expect, test } from 'vitest';
import { darkCodeTheme, lightCodeTheme } from './code-themes';

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test.each([
  ['light', lightCodeTheme],
  ['dark', darkCodeTheme],
])('every colour of the %s theme can be read', (_name, theme) => {
  const colours = [theme.plain.color, ...theme.styles.map(({ style }) => style.color)];
  for (const colour of colours) {
    expect(contrast(colour ?? '', theme.plain.backgroundColor ?? ''), colour).toBeGreaterThanOrEqual(4.5);
  }
});
