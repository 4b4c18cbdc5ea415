import { commandsText } from '../../help/commands-text';
import { OPTIONS_TEXT } from '../../help/options-text';
import { VARIABLES_TEXT } from '../../help/variables-text';
import type { Command, CommandContext, CommandEnd } from '../command';

/** The help that psql-describe brings: psql 18's own texts. */
async function helpText({ shell }: CommandContext, command: string): Promise<string> {
  const { describe } = await import('psql-describe');
  let text = '';
  const { promise } = describe(
    command,
    shell.session?.database ?? '',
    () => Promise.resolve({ rows: [] }),
    (item) => {
      if (typeof item === 'string') text += item;
    },
    false,
    Number(shell.variables.get('SERVER_VERSION_NUM')),
  );
  await promise;
  return text;
}

/** \? */
export const helpCommand: Command = ({ shell, args }): CommandEnd => {
  const topic = args.next();
  const { format, tuples_only: tuplesOnly, expanded } = shell.print;
  const onOff = (isOn: boolean): string => (isOn ? 'on' : 'off');
  if (topic === 'options') shell.write(OPTIONS_TEXT);
  else if (topic === 'variables') shell.write(VARIABLES_TEXT);
  else {
    shell.write(
      commandsText({
        html: onOff(format === 'html'),
        tuplesOnly: onOff(tuplesOnly),
        expanded,
        timing: onOff(shell.timing),
        database: shell.session ? `"${shell.session.database}"` : 'no connection',
      }),
    );
  }
  return 'done';
};

/** The topics of \h, in as many columns as fit, one below the other. */
function inColumns(topics: readonly string[], screen: number): string {
  const width = topics.reduce((most, { length }) => Math.max(most, length), 0) + 1;
  const columns = Math.max(1, Math.floor((screen - 3) / width));
  const rows = Math.ceil(topics.length / columns);
  const line = (row: number): string => {
    const cells = Array.from({ length: columns }, (_, column) => topics[row + column * rows] ?? '');
    return `  ${cells.map((cell, i) => (i < columns - 1 ? cell.padEnd(width) : cell)).join('')}\n`;
  };
  return Array.from({ length: rows }, (_, row) => line(row)).join('');
}

/** \h */
export const sqlHelpCommand: Command = async (context): Promise<CommandEnd> => {
  const topic = context.args.restOfLine(true) ?? '';
  const text = await helpText(context, `\\h ${topic}`.trimEnd());
  const [title = '', ...topics] = text.trimEnd().split('\n');
  if (topic === '')
    context.shell.write(
      `${title}\n${inColumns(
        topics.map((each) => each.trim()),
        context.shell.io.columns,
      )}`,
    );
  else context.shell.write(text.endsWith('\n') ? text : `${text}\n`);
  return 'done';
};
