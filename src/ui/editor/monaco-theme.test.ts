import { themes } from 'prism-react-renderer';
import { expect, test } from 'vitest';
import { lightCodeTheme } from './code-themes';
import { monacoThemeOf } from './monaco-theme';

function colourOf(theme: ReturnType<typeof monacoThemeOf>, token: string): string | undefined {
  return theme.rules.findLast((rule) => rule.token === token)?.foreground;
}

test('a token has the colour that Prism gives it', () => {
  const theme = monacoThemeOf(lightCodeTheme, false);
  expect(theme.base).toBe('vs');
  expect(colourOf(theme, 'keyword')).toBe('0b4fb3');
  expect(colourOf(theme, 'predefined.sql')).toBe('6f2da8');
});

test('every colour of any Prism theme is one that Monaco understands', () => {
  for (const prismTheme of Object.values(themes)) {
    for (const { foreground } of monacoThemeOf(prismTheme, true).rules) expect(foreground).toMatch(/^[0-9a-f]{6}$/);
  }
});
