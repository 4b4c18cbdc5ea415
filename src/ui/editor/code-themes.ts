import type { PrismTheme } from 'prism-react-renderer';

/** The colours of code on a light page; each has a contrast of at least 4.5 to 1. */
export const lightCodeTheme: PrismTheme = themeOf({
  text: '#1f2933',
  background: '#f6f8fa',
  comment: '#57606a',
  keyword: '#0b4fb3',
  string: '#0a6637',
  number: '#8a3b00',
  function: '#6f2da8',
  type: '#7a3e00',
  punctuation: '#4a5561',
});

/** The colours of code on a dark page; each has a contrast of at least 4.5 to 1. */
export const darkCodeTheme: PrismTheme = themeOf({
  text: '#e6edf3',
  background: '#161b22',
  comment: '#9aa7b4',
  keyword: '#7cb7ff',
  string: '#8ddb9c',
  number: '#ffb77c',
  function: '#d2a8ff',
  type: '#ffd08a',
  punctuation: '#b6c2cf',
});

interface CodeColours {
  text: string;
  background: string;
  comment: string;
  keyword: string;
  string: string;
  number: string;
  function: string;
  type: string;
  punctuation: string;
}

function themeOf(colours: CodeColours): PrismTheme {
  return {
    plain: { color: colours.text, backgroundColor: colours.background },
    styles: [
      { types: ['comment', 'prolog', 'doctype', 'cdata'], style: { color: colours.comment } },
      { types: ['keyword', 'atrule', 'important', 'tag', 'selector'], style: { color: colours.keyword } },
      { types: ['string', 'char', 'regex', 'attr-value', 'inserted'], style: { color: colours.string } },
      { types: ['number', 'boolean', 'constant', 'deleted'], style: { color: colours.number } },
      { types: ['function', 'builtin', 'decorator'], style: { color: colours.function } },
      { types: ['class-name', 'attr-name'], style: { color: colours.type } },
      { types: ['punctuation', 'operator'], style: { color: colours.punctuation } },
    ],
  };
}
