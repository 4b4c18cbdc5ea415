import type { PrismTheme } from 'prism-react-renderer';

/**
 * The colours of code. They are names of tokens in custom.css, not values: the server renders one markup for both modes,
 * so that a page in dark mode is right before any script has run.
 */
export const codeTheme: PrismTheme = {
  plain: { color: 'var(--lbl-code-text)', backgroundColor: 'var(--lbl-code-bg)' },
  styles: [
    {
      types: ['comment', 'prolog', 'doctype', 'cdata'],
      style: { color: 'var(--lbl-code-comment)', fontStyle: 'italic' },
    },
    { types: ['operator', 'punctuation', 'deleted'], style: { color: 'var(--lbl-code-operator)' } },
    { types: ['keyword', 'boolean', 'atrule', 'important', 'selector'], style: { color: 'var(--lbl-code-keyword)' } },
    { types: ['string', 'char', 'regex', 'attr-value', 'inserted'], style: { color: 'var(--lbl-code-string)' } },
    { types: ['number', 'constant', 'symbol', 'variable'], style: { color: 'var(--lbl-code-number)' } },
    { types: ['function', 'class-name', 'decorator', 'builtin', 'tag'], style: { color: 'var(--lbl-code-function)' } },
    // AND, IN, LIKE, IS: words like the others.
    { types: ['operator'], languages: ['sql'], style: { color: 'var(--lbl-code-keyword)' } },
    { types: ['property', 'attr-name', 'identifier'], style: { color: 'var(--lbl-code-text)' } },
  ],
};
