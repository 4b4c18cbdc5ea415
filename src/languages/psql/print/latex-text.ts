const ESCAPES: Readonly<Record<string, string>> = {
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '\\': '\\textbackslash{}',
  '^': '\\^{}',
  _: '\\_',
  '{': '\\{',
  '|': '\\textbar{}',
  '}': '\\}',
  '~': '\\~{}',
  '\n': '\\\\',
};

/** A text as it is written in LaTeX. */
export function latexText(text: string): string {
  return text.replace(/[#$%&<>\\^_{|}~\n]/g, (character) => ESCAPES[character] ?? '');
}
