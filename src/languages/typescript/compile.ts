import { transform } from 'sucrase';
import { type Position, positionAt } from '../../core/position';

/** TypeScript turned into a CommonJS body that can be run, or why it could not be read. */
export type Compiled =
  | { readonly kind: 'compiled'; readonly code: string; readonly imports: readonly string[] }
  | { readonly kind: 'syntax'; readonly message: string; readonly at: Position | null };

const REQUIRE = /\brequire\('([^'\n]*)'\)/g;
const PLACE_IN_MESSAGE = /\s*\((\d+):(\d+)\)$/;

/** Strips the types and turns imports and exports into `require` and `exports`; lines keep their numbers. */
export function compile(source: string): Compiled {
  try {
    const { code } = transform(source, { transforms: ['typescript', 'imports'], disableESTransforms: true });
    return {
      kind: 'compiled',
      code,
      imports: [...new Set([...code.matchAll(REQUIRE)].map((match) => match[1] ?? ''))],
    };
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const place = PLACE_IN_MESSAGE.exec(message);
    return {
      kind: 'syntax',
      message: message.replace(/^Error transforming [^:]*: /, '').replace(PLACE_IN_MESSAGE, ''),
      at: place ? { line: Number(place[1]), column: Number(place[2]) } : null,
    };
  }
}

/** Where a module's name stands in an import of the source. */
export function importPosition(source: string, module: string): Position | null {
  const index = ["'", '"', '`'].map((quote) => source.indexOf(quote + module + quote)).find((i) => i >= 0);
  return index === undefined ? null : positionAt(source, index);
}
