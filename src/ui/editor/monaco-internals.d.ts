// Parts of Monaco that its exports map offers without declarations.

declare module 'monaco-editor/editor/browser/config/tabFocus.js' {
  export const TabFocus: { getTabFocusMode(): boolean; setTabFocusMode(tabMovesFocus: boolean): void };
}

declare module 'monaco-editor/languages/definitions/pgsql/pgsql.js' {
  import type { languages } from 'monaco-editor/editor';
  export const conf: languages.LanguageConfiguration;
  export const language: languages.IMonarchLanguage & { keywords: string[]; operators: string[] };
}

declare module 'monaco-editor/languages/definitions/python/python.js' {
  import type { languages } from 'monaco-editor/editor';
  export const conf: languages.LanguageConfiguration;
  export const language: languages.IMonarchLanguage;
}

declare module 'monaco-editor/languages/definitions/typescript/typescript.js' {
  import type { languages } from 'monaco-editor/editor';
  export const conf: languages.LanguageConfiguration;
  export const language: languages.IMonarchLanguage;
}
