import type { Command, CommandContext } from '../command';
import { tableOf, writeTable, writeTag } from '../print-rows';
import { InterruptError } from '../shell-io';

interface Watching {
  /** Seconds between two runs. */
  interval: number | null;
  /** How often; `null` for ever. */
  count: number | null;
  /** With fewer rows than this it ends. */
  leastRows: number | null;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A point in time as C's `%c` writes it. */
function timeText(time: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':');
  const day = String(time.getDate()).padStart(2, ' ');
  return `${DAYS[time.getDay()] ?? ''} ${MONTHS[time.getMonth()] ?? ''} ${day} ${clock} ${String(time.getFullYear())}`;
}

/** Reads one argument into what is asked for. @returns what is wrong with it */
function take(watching: Watching, argument: string): string | null {
  const at = argument.indexOf('=');
  const [name, value] = at < 0 ? ['', argument] : [argument.slice(0, at), argument.slice(at + 1)];
  if (name === '' || 'interval'.startsWith(name)) {
    if (watching.interval !== null) return '\\watch: interval value is specified more than once';
    const seconds = Number(value);
    if (value === '' || !(seconds >= 0)) return `\\watch: incorrect interval value "${value}"`;
    watching.interval = seconds;
    return null;
  }
  if ('count'.startsWith(name)) {
    if (watching.count !== null) return '\\watch: iteration count is specified more than once';
    if (!/^\s*\+?0*[1-9]\d*$/.test(value)) return `\\watch: incorrect iteration count "${value}"`;
    watching.count = Number(value);
    return null;
  }
  if ('min_rows'.startsWith(name)) {
    if (watching.leastRows !== null) return '\\watch: minimum row count specified more than once';
    if (!/^\s*\+?0*[1-9]\d*$/.test(value)) return `\\watch: incorrect minimum row count "${value}"`;
    watching.leastRows = Number(value);
    return null;
  }
  return `\\watch: unrecognized parameter "${argument}"`;
}

/** Runs the statement once more. @returns whether to go on */
async function runOnce({ shell }: CommandContext, statement: string, title: string, least: number): Promise<boolean> {
  const { replies } = await shell.ask({ kind: 'query', sql: statement }, true);
  let goesOn = true;
  for (const reply of replies) {
    switch (reply.kind) {
      case 'rows':
        writeTable(shell, { ...tableOf(reply, shell.print), title }, shell.print);
        if (reply.rowCount < least) goesOn = false;
        break;
      case 'command':
        writeTag(shell, reply.tag);
        break;
      case 'copy-in':
      case 'copy-out':
        shell.log('\\watch cannot be used with COPY');
        return false;
      case 'error':
        shell.report(reply.report, statement);
        return false;
      case 'notice':
        shell.report(reply.report, statement);
        break;
      default:
    }
  }
  return goesOn;
}

/** \watch: runs the statement again and again, until Ctrl-C. */
export const watchCommand: Command = async (context) => {
  const { shell, args, psql } = context;
  const watching: Watching = { interval: null, count: null, leastRows: null };
  for (let next = args.next('normal', true); next !== null; next = args.next('normal', true)) {
    const objection = take(watching, next);
    if (objection === null) continue;
    shell.log(objection);
    shell.buffer.clear();
    psql.forgetOpenQuotes();
    return 'error';
  }
  const statement = shell.buffer.text === '' ? shell.previous : shell.buffer.text;
  if (statement === '') {
    shell.log('\\watch cannot be used with an empty query');
    return 'error';
  }
  const seconds = watching.interval ?? shell.options.watchInterval;
  const own = shell.print.title === null ? '' : `${shell.print.title}\t`;
  try {
    for (let n = 1; ; n++) {
      const title = `${own}${timeText(new Date())} (every ${String(seconds)}s)\n`;
      if (!(await runOnce(context, statement, title, watching.leastRows ?? 0)) || n === watching.count) break;
      await shell.io.sleep(seconds * 1000);
    }
  } catch (error) {
    if (!(error instanceof InterruptError)) throw error;
  }
  shell.write('\n');
  shell.previous = statement;
  shell.buffer.clear();
  psql.forgetOpenQuotes();
  return 'done';
};
