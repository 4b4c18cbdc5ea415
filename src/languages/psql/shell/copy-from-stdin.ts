import { promptText } from './prompt-text';
import { InterruptError } from './shell-io';
import type { ShellState } from './shell-state';

/** What ends the rows. */
const END = '\\.';

/** Reads the rows that are typed for COPY … FROM STDIN; `null` after Ctrl-C. */
export async function readCopyRows(shell: ShellState): Promise<string | null> {
  if (shell.isInteractive && !shell.options.quiet) {
    shell.write(
      'Enter data to be copied followed by a newline.\n' +
        'End with a backslash and a period on a line by itself, or an EOF signal.\n',
    );
  }
  let rows = '';
  try {
    for (;;) {
      const line = await shell.source.next(shell.isInteractive ? promptText(shell, 'copy') : '');
      if (line !== null && shell.place) shell.place.line++;
      if (line === null || line === END) return rows;
      rows += `${line}\n`;
    }
  } catch (error) {
    if (error instanceof InterruptError) return null;
    throw error;
  }
}
