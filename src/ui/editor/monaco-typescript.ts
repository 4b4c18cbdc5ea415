// The controller itself, because Monaco's own registration of this feature brings inline completions along.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController.js';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/snippet/register';
import {
  ModuleKind,
  type ModuleResolutionKind,
  ScriptTarget,
  typescriptDefaults,
} from 'monaco-editor/languages/features/typescript/register';

// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- Monaco's enumeration stops short of this one
const bundlerResolution = 100 as number as ModuleResolutionKind;
const everyFileIsAModule = 3;

type Declarations = Readonly<Record<string, string>>;

let enabled = false;
let known: Declarations = {};

/**
 * Gives TypeScript editors completion and type errors. `declarations` are the types of what a learner may import, by
 * path; without them the code is only checked for its syntax, since every import would be an error.
 */
export function enableTypeScript(declarations: Declarations | null): void {
  if (enabled) return;
  enabled = declarations !== null;
  typescriptDefaults.setCompilerOptions({
    target: ScriptTarget.ESNext,
    module: ModuleKind.ESNext,
    moduleResolution: bundlerResolution,
    moduleDetection: everyFileIsAModule,
    lib: ['esnext'],
    types: [],
    strict: true,
    esModuleInterop: true,
    skipLibCheck: true,
    noEmit: true,
    allowNonTsExtensions: true,
  });
  typescriptDefaults.setDiagnosticsOptions({
    noSemanticValidation: declarations === null,
    noSyntaxValidation: false,
    // Hints such as “declared but never used” fade the text, which a beginner reads as a fault.
    noSuggestionDiagnostics: true,
  });
  declareTypes(declarations ?? {});
}

/** Adds declarations, by path, to those that the editors know. */
export function declareTypes(declarations: Declarations): void {
  known = { ...known, ...declarations };
  typescriptDefaults.setExtraLibs(
    Object.entries(known).map(([path, content]) => ({ filePath: `file:///${path}`, content })),
  );
}
