import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';

/** A Markdown file taken apart: its front matter as data, where each field stands, and its body. */
export interface FrontMatter {
  readonly data: unknown;
  /** The line of a top-level field, from 1; of the block itself for a field that is not there. */
  lineOf(field: string): number;
  readonly body: string;
  /** The line on which the body starts, from 1. */
  readonly bodyLine: number;
  /** What the YAML parser objects to. */
  readonly errors: readonly { readonly line: number; readonly message: string }[];
}

const BLOCK = /^---\r?\n([\s\S]*?)\r?\n?---\r?\n/;

/** Reads the `---` block at the head of a Markdown file; `null` when there is none. */
export function readFrontMatter(text: string): FrontMatter | null {
  const match = BLOCK.exec(text);
  if (!match) return null;
  const lines = new LineCounter();
  const document = parseDocument(match[1] ?? '', { lineCounter: lines });
  // The block's first line is the file's second.
  const lineAt = (offset: number): number => lines.linePos(offset).line + 1;
  return {
    data: document.toJS() as unknown,
    lineOf: (field) => {
      const pair = isMap(document.contents)
        ? document.contents.items.find(({ key }) => isScalar(key) && key.value === field)
        : undefined;
      return pair && isScalar(pair.key) ? lineAt(pair.key.range[0]) : 1;
    },
    body: text.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
    errors: document.errors.map((error) => ({
      line: lineAt(error.pos[0]),
      message: error.message.split('\n')[0] ?? '',
    })),
  };
}
