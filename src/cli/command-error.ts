/** A command cannot do what was asked of it. The message is for the person at the keyboard; the exit status is 2. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** What node:util's `parseArgs` objects to, reworded; `null` for any other error. */
function commandLineMessage(error: Error, command: string): string | null {
  if (!('code' in error) || typeof error.code !== 'string' || !error.code.startsWith('ERR_PARSE_ARGS_')) return null;
  const option = /'(-[^' ]*)/.exec(error.message)?.[1] ?? '';
  const help = `\`npm run ${command} -- --help\` lists the options.`;
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option "${option}". ${help}`;
  return `The option "${option}" is not used like that. ${help}`;
}

/**
 * What to say about an error that ended a command.
 * @param command the command's name, such as `check`
 */
export function commandErrorText(error: unknown, command: string): string {
  if (error instanceof CommandError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const wrongUse = commandLineMessage(error, command);
  if (wrongUse !== null) return wrongUse;
  return `Something in the course's own program went wrong; this is not your mistake.\n${error.stack ?? error.message}`;
}
