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
export const helpCommand: Command = async (context): Promise<CommandEnd> => {
  const topic = context.args.next();
  if (topic === 'options' || topic === 'variables') {
    context.shell.log(`\\?: the ${topic} of psql are described in its manual`);
    return 'done';
  }
  context.shell.write(await helpText(context, '\\?'));
  return 'done';
};

/** \h */
export const sqlHelpCommand: Command = async (context): Promise<CommandEnd> => {
  const topic = context.args.restOfLine(true) ?? '';
  const text = await helpText(context, `\\h ${topic}`.trimEnd());
  context.shell.write(text.endsWith('\n') ? text : `${text}\n`);
  return 'done';
};
