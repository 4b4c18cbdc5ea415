/** How a piece of text stands out. */
export type Ink = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Gives a text its ink; without colours it comes back unchanged. */
export type Paint = (ink: Ink, text: string) => string;

/** Select Graphic Rendition: what switches each on and off. */
const CODES: Readonly<Record<Ink, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
};

/** Colours for a terminal; none for a file or a pipe, nor where NO_COLOR (no-color.org) asks for none. */
export function paintFor(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Paint {
  const noColor = environment['NO_COLOR'] ?? '';
  if (!stream.isTTY || noColor !== '' || environment['TERM'] === 'dumb') return (_ink, text) => text;
  return (ink, text) => {
    const [on, off] = CODES[ink];
    return `\u001b[${String(on)}m${text}\u001b[${String(off)}m`;
  };
}
