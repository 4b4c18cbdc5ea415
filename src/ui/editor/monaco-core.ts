import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/editor/browser/coreCommands.js';
// A service of the completion that TypeScript editors have: services must be known before the first editor is made.
import 'monaco-editor/editor/contrib/suggest/browser/suggestMemory.js';
import { TabFocus } from 'monaco-editor/editor/browser/config/tabFocus.js';
import { editor, KeyCode, KeyMod, languages, MarkerSeverity, Uri } from 'monaco-editor/editor';
import * as pgsql from 'monaco-editor/languages/definitions/pgsql/pgsql.js';
import * as python from 'monaco-editor/languages/definitions/python/python.js';
import * as typescript from 'monaco-editor/languages/definitions/typescript/typescript.js';

declare global {
  interface Window {
    MonacoEnvironment?: { getWorker(moduleId: string, label: string): Worker };
  }
}

// The worker of the core itself; the TypeScript one is asked for by its language.
window.MonacoEnvironment = {
  getWorker: () => new Worker(new URL('monaco-editor/editor/editor.worker.js', import.meta.url), { type: 'module' }),
};

// Registered by hand and not through Monaco's own registration, which fetches each grammar as a chunk of its own after
// the editor is there: the code would be without colours for a moment.
for (const [id, { conf, language }] of Object.entries({
  pgsql: { ...pgsql, language: pgsqlLanguage() },
  python,
  typescript,
})) {
  languages.register({ id });
  languages.setLanguageConfiguration(id, conf);
  languages.setMonarchTokensProvider(id, language);
}

/** Monaco's PostgreSQL, where a JOIN is a keyword and not an operator: the same as in the page's other code. */
function pgsqlLanguage(): languages.IMonarchLanguage {
  const operators = ['AND', 'BETWEEN', 'ILIKE', 'IN', 'IS', 'LIKE', 'NOT', 'OR'];
  return {
    ...pgsql.language,
    operators,
    keywords: [...pgsql.language.keywords, ...pgsql.language.operators].filter((word) => !operators.includes(word)),
  };
}

// A keyboard must be able to leave the editor. The editor's own option would do as much, but then Control M could not
// give Tab back to whoever wants to indent with it.
TabFocus.setTabFocusMode(true);

// What we use of Monaco, with its features, languages and workers set up.
export { editor, KeyCode, KeyMod, MarkerSeverity, Uri };
