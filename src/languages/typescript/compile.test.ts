import { describe, expect, test } from 'vitest';
import { compile } from './compile';

describe('a syntax error is named where it is', () => {
  test.each([
    ['const a = 1;\nconst b = ;', 2, 11],
    ['export const double = (n: number) => n * ;', 1, 42],
    ['export async function f() {\n  return [1, 2;\n}', 2, 15],
    ["const text = 'open;\n", 1, 14],
  ])('%s', async (source, line, column) => {
    const compiled = await compile(source);
    expect(compiled).toMatchObject({ kind: 'syntax', at: { line, column } });
  });
});

test('types are stripped, lines keep their numbers, imports are listed once', async () => {
  const compiled = await compile(
    "import { a } from 'x';\nimport type { T } from 'y';\nexport const b: T = a;\nawait b;",
  );
  if (compiled.kind !== 'compiled') throw new Error(compiled.message);
  expect(compiled.imports).toEqual(['x']);
  expect(compiled.code.split('\n')).toHaveLength(4);
});
