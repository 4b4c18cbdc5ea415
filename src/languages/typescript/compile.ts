import { transform } from 'sucrase';
import { type Position, positionAt } from '../../core/position';

/** TypeScript turned into a CommonJS body that can be run, or why it could not be read. */
export type Compiled =
  | { readonly kind: 'compiled'; readonly code: string; readonly imports: readonly string[] }
  | { readonly kind: 'syntax'; readonly message: string; readonly at: Position | null };

const REQUIRE = /\brequire\('([^'\n]*)'\)/g;
const PLACE_IN_MESSAGE = /\s*\((\d+):(\d+)\)$/;

/**
 * What is wrong with source that cannot be read. sucrase gives up where it lost the thread, which in an arrow function
 * may be lines away; a parser that reads the whole grammar names the place. It is loaded only for this.
 */
async function syntaxError(source: string, fallback: string): Promise<Compiled> {
  const { parse } = await import('@babel/parser');
  try {
    parse(source, { sourceType: 'module', plugins: ['typescript'] });
  } catch (thrown) {
    if (thrown instanceof SyntaxError && 'loc' in thrown) {
      const { line, column } = thrown.loc as { readonly line: number; readonly column: number };
      return {
        kind: 'syntax',
        message: thrown.message.replace(PLACE_IN_MESSAGE, ''),
        at: { line, column: column + 1 },
      };
    }
  }
  const place = PLACE_IN_MESSAGE.exec(fallback);
  return {
    kind: 'syntax',
    message: fallback.replace(PLACE_IN_MESSAGE, ''),
    at: place ? { line: Number(place[1]), column: Number(place[2]) } : null,
  };
}

/** Strips the types and turns imports and exports into `require` and `exports`; lines keep their numbers. */
export async function compile(source: string): Promise<Compiled> {
  try {
    const { code } = transform(source, { transforms: ['typescript', 'imports'], disableESTransforms: true });
    const imports = [...new Set([...code.matchAll(REQUIRE)].map((match) => match[1] ?? ''))];
    return { kind: 'compiled', code, imports };
  } catch (thrown) {
    return syntaxError(source, thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** Where a module's name stands in an import of the source. */
export function importPosition(source: string, module: string): Position | null {
  const index = ["'", '"', '`'].map((quote) => source.indexOf(quote + module + quote)).find((i) => i >= 0);
  return index === undefined ? null : positionAt(source, index);
}
