import { themes, type PrismTheme } from 'prism-react-renderer';
import { expect, test } from 'vitest';
import { monacoThemeOf } from './monaco-theme';

const prismTheme: PrismTheme = {
  plain: { color: '#123' },
  styles: [
    { types: ['keyword', 'operator'], style: { color: 'rgb(11, 79, 179)' } },
    { types: ['operator'], languages: ['sql'], style: { color: '#6f2da8' } },
    { types: ['keyword'], languages: ['markup'], style: { color: '#000000' } },
  ],
};

function colourOf(theme: ReturnType<typeof monacoThemeOf>, token: string): string | undefined {
  return theme.rules.findLast((rule) => rule.token === token)?.foreground;
}

test('a token has the colour that Prism gives it, in SQL the one for SQL', () => {
  const theme = monacoThemeOf(prismTheme, false);
  expect(theme.base).toBe('vs');
  expect(colourOf(theme, 'keyword')).toBe('0b4fb3');
  expect(colourOf(theme, 'keyword.sql')).toBe('0b4fb3');
  expect(colourOf(theme, 'operator')).toBe('0b4fb3');
  expect(colourOf(theme, 'operator.sql')).toBe('6f2da8');
  expect(colourOf(theme, 'string')).toBe('112233');
});

test('every colour of any Prism theme is one that Monaco understands', () => {
  for (const each of Object.values(themes)) {
    for (const { foreground } of monacoThemeOf(each, true).rules) expect(foreground).toMatch(/^[0-9a-f]{6}$/);
  }
});
