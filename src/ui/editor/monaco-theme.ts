import type { editor } from 'monaco-editor/editor';
import type { PrismTheme } from 'prism-react-renderer';

// Prism's names for the parts of a language, and Monaco's.
const tokens: Readonly<Record<string, readonly string[]>> = {
  comment: ['comment'],
  keyword: ['keyword'],
  string: ['string', 'regexp'],
  number: ['number'],
  function: ['predefined'],
  'class-name': ['type'],
  operator: ['operator'],
  punctuation: ['delimiter'],
};

/**
 * Monaco's theme made of the Prism theme that the page's other code has, so that code keeps its colours when it becomes
 * editable. The background stays the page's own. Colours must be values by now, and not names of CSS variables.
 */
export function monacoThemeOf(theme: PrismTheme, isDark: boolean): editor.IStandaloneThemeData {
  const text = hexOf(theme.plain.color) ?? (isDark ? '#e6edf3' : '#1f2933');
  const punctuation = hexOf(theme.styles.find(({ types }) => types.includes('punctuation'))?.style.color) ?? text;
  return {
    base: isDark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      // The base themes colour a few tokens too faintly; whatever the Prism theme leaves out is plain text.
      ...Object.values(tokens)
        .flat()
        .flatMap((token) => [token, `${token}.sql`])
        .map((token) => ({ token, foreground: text.slice(1) })),
      ...theme.styles.flatMap(({ types, style, languages = [] }) => {
        const colour = hexOf(style.color);
        const isForAll = languages.length === 0;
        if (colour === null || !(isForAll || languages.includes('sql'))) return [];
        return types
          .flatMap((type) => tokens[type] ?? [])
          .flatMap((token) => (isForAll ? [token, `${token}.sql`] : [`${token}.sql`]))
          .map((token) => ({
            token,
            foreground: colour.slice(1),
            fontStyle: style.fontStyle === 'italic' ? 'italic' : '',
          }));
      }),
    ],
    colors: {
      'editor.background': '#00000000',
      'editor.foreground': text,
      'editorGutter.background': '#00000000',
      'editor.lineHighlightBorder': '#00000000',
      'editorLineNumber.foreground': isDark ? '#9aa7b4' : '#57606a',
      'editorLineNumber.activeForeground': text,
      ...Object.fromEntries([1, 2, 3].map((depth) => [`editorBracketHighlight.foreground${depth}`, punctuation])),
      'editorCursor.foreground': text,
      'editorError.foreground': isDark ? '#ff8a80' : '#b3261e',
      'editorWidget.background': isDark ? '#1d242d' : '#ffffff',
      'editorWidget.foreground': text,
      'editorHoverWidget.background': isDark ? '#1d242d' : '#ffffff',
      'editorHoverWidget.foreground': text,
      'editorSuggestWidget.background': isDark ? '#1d242d' : '#ffffff',
      'editorSuggestWidget.foreground': text,
      'editorSuggestWidget.selectedBackground': isDark ? '#1f4a7d' : '#d6e6fb',
      'editorSuggestWidget.selectedForeground': isDark ? '#ffffff' : '#10202f',
      'editorSuggestWidget.highlightForeground': isDark ? '#7cb7ff' : '#0b4fb3',
      'editorSuggestWidget.focusHighlightForeground': isDark ? '#a9d1ff' : '#0b4fb3',
    },
  };
}

/** A colour as #rrggbb, which is all that Monaco understands; null for what is neither hexadecimal nor rgb(). */
function hexOf(colour: string | undefined): string | null {
  if (colour === undefined) return null;
  if (/^#[0-9a-f]{6}$/i.test(colour)) return colour.toLowerCase();
  if (/^#[0-9a-f]{3}$/i.test(colour))
    return `#${[...colour.slice(1)].map((digit) => digit + digit).join('')}`.toLowerCase();
  const parts = /^rgb\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*\)$/.exec(colour)?.slice(1, 4);
  if (parts === undefined) return null;
  return `#${parts.map((part) => Math.min(Number(part), 255).toString(16).padStart(2, '0')).join('')}`;
}
