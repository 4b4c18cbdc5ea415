import type { ComponentType } from 'react';
import type { CodeEditorProps, EditorLanguage } from './editor-props';

/** Fetches Monaco and what a language needs. Rejects when Monaco itself cannot be had; a later call tries again. */
export async function loadMonaco(language: EditorLanguage): Promise<ComponentType<CodeEditorProps>> {
  const [{ MonacoEditor }] = await Promise.all([
    import('./monaco-editor'),
    language === 'typescript' ? loadTypeScript() : null,
  ]);
  return MonacoEditor;
}

async function loadTypeScript(): Promise<void> {
  const [{ enableTypeScript }, declarations] = await Promise.all([
    import('./monaco-typescript'),
    // An editor without types is better than none.
    import('@generated/layer-by-layer/default/type-declarations.json').then(
      ({ default: types }) => types,
      () => null,
    ),
  ]);
  enableTypeScript(declarations);
}
