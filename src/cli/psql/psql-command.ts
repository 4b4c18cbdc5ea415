import { reportText } from '../../languages/psql/shell/report-text';
import { FileError } from '../../languages/psql/shell/file-store';
import { PsqlShell } from '../../languages/psql/shell/psql-shell';
import type { ShellIo } from '../../languages/psql/shell/shell-io';
import { readCourse } from '../../plugin/read-course';
import { startNodeWorkers } from '../../worker/node/start-node-workers';
import { findDataset } from '../find-dataset';
import { REPOSITORY_ROOT } from '../repository-root';
import { courseServer } from './course-server';
import { HistoryFile } from './history-file';
import { NodeFiles } from './node-files';
import { PipeIo } from './pipe-io';
import { type Action, type PsqlOptions, readPsqlOptions } from './psql-options';
import { PsqlTerminal } from './psql-terminal';

const DEFAULT_DATASET = 'tiny';

const USAGE = `npm run psql [-- [OPTION]... [DBNAME [USERNAME]]]

psql, as in the lessons, on a PostgreSQL with the course's data. What you change
there is gone when it ends. Files are your own: \\i, \\copy and the like read and
write them, from the folder that you are in.

  --dataset NAME              the data set: ${DEFAULT_DATASET}, unless you name another file
                              of exercises/datasets/
  -d, --dbname DBNAME         the database to connect to: athleticu
  -U, --username USERNAME     the role to connect as: postgres
  -c, --command COMMAND       run one command, of SQL or psql, and end
  -f, --file FILE             run the commands of a file, and end
  -v, --set, --variable NAME=VALUE
                              set a variable
  -1, --single-transaction    run -c and -f in one transaction
  -X, --no-psqlrc             nothing: no start-up file is read anyway
  -a, --echo-all              -b, --echo-errors      -e, --echo-queries
  -E, --echo-hidden           -q, --quiet            -S, --single-line
  -o, --output FILE           -A, --no-align         --csv
  -H, --html                  -t, --tuples-only      -x, --expanded
  -F, --field-separator SEP   -R, --record-separator SEP
  -P, --pset NAME[=VALUE]     as in psql
  -?, --help                  show this help

What comes through a pipe is run without prompts: npm run -s psql < FILE
It ends with psql's exit status: 0, 1 after an error of its own, 2 when it could
not connect, 3 when a script stopped at an error and ON_ERROR_STOP was set.
What is typed is kept for the next time, in the file that PSQL_HISTORY names, or
in .cache/psql_history of this project.`;

/** psql's exit statuses. */
const STATUS = { success: 0, failure: 1, badConnection: 2, user: 3 } as const;
type Status = (typeof STATUS)[keyof typeof STATUS];

const WHERE = 'connection to server on socket "/tmp/.s.PGSQL.5432" failed: ';

/** psql's own complaint before anything is run. */
function complain(io: ShellIo, message: string): Status {
  io.write(`psql: error: ${message}\n`, 'err');
  return STATUS.failure;
}

/** Applies what the command line sets. @returns what is wrong with it, or `null` */
function applySettings(shell: PsqlShell, { variables, print, output }: PsqlOptions): string | null {
  for (const [name, value] of variables) {
    const objection = shell.setVariable(name, value);
    if (objection !== null) return objection;
  }
  for (const [name, value] of print) {
    const objection = shell.setPrintOption(name, value);
    if (objection !== null) return objection;
  }
  try {
    if (output !== null) shell.setOutputFile(output);
  } catch (error) {
    if (error instanceof FileError) return error.message;
    throw error;
  }
  return null;
}

async function act(shell: PsqlShell, action: Action): Promise<Status> {
  if (action.kind === 'command') return (await shell.runOne(action.text)) ? STATUS.success : STATUS.failure;
  const end = action.name === '-' ? await shell.runStandardInput() : await shell.runFile(action.name);
  if (end === 'missing') return STATUS.failure;
  return end === 'stopped' ? STATUS.user : STATUS.success;
}

async function actAll(shell: PsqlShell, { actions, singleTransaction }: PsqlOptions): Promise<Status> {
  if (singleTransaction) await shell.runQuietly('BEGIN');
  let status: Status = STATUS.success;
  for (const action of actions) {
    status = await act(shell, action);
    if (status !== STATUS.success && shell.stopsAtErrors) break;
  }
  if (singleTransaction) await shell.runQuietly(status === STATUS.success ? 'COMMIT' : 'ROLLBACK');
  return status;
}

/** The psql command; see {@link USAGE}. @returns the exit status */
export async function psql(root: string, args: readonly string[]): Promise<number> {
  const options = readPsqlOptions(args, DEFAULT_DATASET);
  if (options.help) {
    console.log(USAGE);
    return STATUS.success;
  }
  const dataset = findDataset(readCourse(root).datasets, options.dataset);
  // npm runs scripts in the project's folder; paths are meant from where the command was typed.
  const files = new NodeFiles(process.env['INIT_CWD'] ?? process.cwd());
  const isTyped = options.actions.length === 0 && process.stdin.isTTY && process.stdout.isTTY;
  const history = new HistoryFile(root);
  const terminal = isTyped
    ? new PsqlTerminal(files, history.read(), (lines) => {
        history.write(lines);
      })
    : null;
  const io = terminal?.io ?? new PipeIo(process.stdin, files);
  const { server, close } = courseServer(startNodeWorkers(REPOSITORY_ROOT));
  try {
    const shell = new PsqlShell(server, io, { dataset, setup: '' });
    const refused = await shell.start(options);
    if (refused) {
      const text = reportText(refused, null, { verbosity: 'default', showContext: 'errors' });
      complain(io, WHERE + text);
      return STATUS.badConnection;
    }
    const objection = applySettings(shell, options);
    if (objection !== null) return complain(io, objection);
    if (options.actions.length > 0) return await actAll(shell, options);
    if (!terminal) return (await shell.runPiped()) === 'stopped' ? STATUS.user : STATUS.success;
    if (shell.variable('QUIET') !== 'on') {
      const version = shell.variable('SERVER_VERSION_NAME') ?? '';
      io.write(
        `psql of Layer by Layer (PostgreSQL ${version}), with the data set "${dataset.id}".\n` +
          'What you change is gone when it ends. Type "help" for help.\n\n',
        'out',
      );
    }
    terminal.complete = (line) => shell.complete(line);
    return (await shell.run()) === 'stopped' ? STATUS.user : STATUS.success;
  } finally {
    terminal?.close();
    close();
  }
}
