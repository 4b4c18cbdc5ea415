import type { Command } from './command';
import { elifCommand, elseCommand, endifCommand, ifCommand } from './commands/conditional';
import { connectCommand } from './commands/connect';
import { copyCommand } from './commands/copy';
import { copyrightCommand } from './commands/copyright';
import { describeCommand, sourceCommand } from './commands/describe';
import { echoCommand, promptCommand, qechoCommand, warnCommand } from './commands/echo';
import {
  bindCommand,
  bindNamedCommand,
  closeCommand,
  crosstabCommand,
  describeResultCommand,
  executeResultCommand,
  goCommand,
  parseCommand,
  storeCommand,
} from './commands/execute';
import { changeFolderCommand, includeCommand, outputCommand, shellCommand } from './commands/files';
import { helpCommand, sqlHelpCommand } from './commands/help';
import {
  alignCommand,
  expandedCommand,
  fieldSeparatorCommand,
  htmlCommand,
  psetCommand,
  tableAttributesCommand,
  timingCommand,
  titleCommand,
  tuplesOnlyCommand,
} from './commands/print-options';
import { editCommand, printBufferCommand, resetCommand, writeBufferCommand } from './commands/query-buffer';
import {
  connectionInfoCommand,
  encodingCommand,
  passwordCommand,
  quitCommand,
  restrictCommand,
  unrestrictCommand,
  verboseErrorCommand,
} from './commands/session';
import { getenvCommand, setCommand, setenvCommand, unsetCommand } from './commands/variables';
import { watchCommand } from './commands/watch';

/** How a command reads its line, for branches in which it is not acted on. */
type Reading = 'words' | 'whole-line' | 'file';

interface Entry {
  readonly run: Command;
  readonly reads: Reading;
}

function entries(reads: Reading, commands: Readonly<Record<string, Command>>): [string, Entry][] {
  return Object.entries(commands).map(([name, run]) => [name, { run, reads }]);
}

const COMMANDS = new Map<string, Entry>([
  ...entries('words', {
    a: alignCommand,
    bind: bindCommand,
    bind_named: bindNamedCommand,
    c: connectCommand,
    C: titleCommand,
    cd: changeFolderCommand,
    close_prepared: closeCommand,
    connect: connectCommand,
    conninfo: connectionInfoCommand,
    copyright: copyrightCommand,
    crosstabview: crosstabCommand,
    e: editCommand,
    echo: echoCommand,
    edit: editCommand,
    elif: elifCommand,
    else: elseCommand,
    encoding: encodingCommand,
    endif: endifCommand,
    errverbose: verboseErrorCommand,
    f: fieldSeparatorCommand,
    gdesc: describeResultCommand,
    getenv: getenvCommand,
    gexec: executeResultCommand,
    gset: storeCommand,
    H: htmlCommand,
    html: htmlCommand,
    i: includeCommand,
    if: ifCommand,
    include: includeCommand,
    include_relative: includeCommand,
    ir: includeCommand,
    p: printBufferCommand,
    parse: parseCommand,
    password: passwordCommand,
    print: printBufferCommand,
    prompt: promptCommand,
    pset: psetCommand,
    q: quitCommand,
    qecho: qechoCommand,
    quit: quitCommand,
    r: resetCommand,
    reset: resetCommand,
    restrict: restrictCommand,
    set: setCommand,
    setenv: setenvCommand,
    T: tableAttributesCommand,
    t: tuplesOnlyCommand,
    timing: timingCommand,
    unrestrict: unrestrictCommand,
    unset: unsetCommand,
    warn: warnCommand,
    watch: watchCommand,
    x: expandedCommand,
    '?': helpCommand,
  }),
  ...entries('file', {
    g: goCommand,
    gx: goCommand,
    o: outputCommand,
    out: outputCommand,
    w: writeBufferCommand,
    write: writeBufferCommand,
  }),
  ...entries('whole-line', {
    copy: copyCommand,
    h: sqlHelpCommand,
    help: sqlHelpCommand,
    sf: sourceCommand,
    'sf+': sourceCommand,
    sv: sourceCommand,
    'sv+': sourceCommand,
    '!': shellCommand,
  }),
]);

const BRANCHING = new Set(['if', 'elif', 'else', 'endif']);
const DESCRIBES = /^(?:d|l[x+]*$|list[x+]*$|z[Sx+]*$|lo_list[x+]*$)/;

/** The command of a name; `null` when psql has none. */
export function findCommand(name: string): Entry | null {
  return COMMANDS.get(name) ?? (DESCRIBES.test(name) ? { run: describeCommand, reads: 'words' } : null);
}

/** Whether a command is acted on in branches that are not read. */
export function isBranching(name: string): boolean {
  return BRANCHING.has(name);
}

/** The names of all commands, for completion. */
export const COMMAND_NAMES: readonly string[] = [...COMMANDS.keys()];
