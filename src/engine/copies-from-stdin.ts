import type { Statement } from '../core/statements';

/** Whether a server that runs the statement would wait for rows from the client. */
export function copiesFromStdin({ words }: Statement): boolean {
  return words[0] === 'COPY' && words.some((word, i) => word === 'STDIN' && words[i - 1] === 'FROM');
}
