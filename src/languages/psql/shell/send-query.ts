import type { Reply, SessionRequest } from '../../../core/server';
import { crosstab } from '../print/crosstab';
import { readCopyRows } from './copy-from-stdin';
import { timingText } from './duration-text';
import { noteFailure, noteSuccess } from './note-outcome';
import { describeResult } from './describe-result';
import { type RowsReply, tableOf, TELLS_TAG, writeRows, writeTable, writeTag } from './print-rows';
import type { ShellState } from './shell-state';

/** Statements before which psql begins no transaction when AUTOCOMMIT is off. */
const NEEDS_NO_BEGIN =
  /^(?:abort|begin|start|commit|end|rollback|prepare\s+transaction|vacuum|cluster\s*;?$|create\s+(?:database|tablespace|(?:unique\s+)?index\s+concurrently)|alter\s+system|drop\s+(?:database|tablespace|system|index\s+concurrently)|reindex\s+(?:database|system|(?:index|table)\s+concurrently)|discard\s+all)\b/i;
const LEADING_COMMENTS = /^(?:\s+|--[^\n]*|\/\*[^]*?\*\/)+/;
/** Tags after which a savepoint that psql made is gone. */
const ENDS_SAVEPOINT = /^(?:COMMIT|SAVEPOINT|RELEASE|ROLLBACK)$/;
const SAVEPOINT = 'pg_psql_temporary_savepoint';

function toRequest({ nextRequest }: ShellState, sql: string): SessionRequest {
  switch (nextRequest.kind) {
    case 'simple':
      return { kind: 'query', sql };
    case 'bind':
      return { kind: 'bind', sql, parameters: nextRequest.parameters };
    case 'parse':
      return { kind: 'parse', name: nextRequest.name, sql };
    case 'bind-named':
    case 'close':
      return nextRequest;
  }
}

/** What psql tells the server after Ctrl-C. */
const CANCELLED = { kind: 'failed', why: 'canceled by user' } as const;

/** Asks the server; where COPY … FROM STDIN wants rows, they are read first. */
async function ask(shell: ShellState, sql: string): Promise<readonly Reply[]> {
  const first = await shell.ask(toRequest(shell, sql));
  // It was given no rows, to see whether it wants any: where it does, it has done nothing yet.
  if (!first.replies.some(({ kind }) => kind === 'copy-in')) return first.replies;
  const rows = shell.copyData ?? (await readCopyRows(shell));
  const copy = rows === null ? CANCELLED : ({ kind: 'rows', text: rows } as const);
  return (await shell.ask({ kind: 'query', sql, copy })).replies;
}

function storeRow(shell: ShellState, { fields, rows, rowCount }: RowsReply, prefix: string): boolean {
  const [row] = rows;
  if (!row || rowCount !== 1) {
    shell.log(rowCount > 1 ? 'more than one row returned for \\gset' : 'no rows returned for \\gset');
    return false;
  }
  for (const [i, { name }] of fields.entries()) {
    const variable = prefix + name;
    if (shell.variables.isSpecial(variable)) {
      shell.log(`attempt to \\gset into specially treated variable "${variable}" ignored`, 'warning');
      continue;
    }
    const objection = shell.variables.set(variable, row[i] ?? null);
    if (objection === null) continue;
    shell.log(objection);
    return false;
  }
  return true;
}

/** \gexec: every value is a statement. */
async function executeCells(shell: ShellState, { rows }: RowsReply): Promise<boolean> {
  let success = true;
  for (const statement of rows.flat()) {
    if (statement === null) continue;
    if (shell.options.echo === 'all' && !shell.options.singleStep) shell.write(`${statement}\n`);
    const sent = await sendQuery(shell, statement);
    success &&= sent;
    if (!sent && (shell.options.onErrorStop || shell.conversation.isInterrupted)) break;
  }
  return success;
}

/** Does with a result's rows what is wanted; statements that change rows have their tag printed as well. */
async function useRows(shell: ShellState, reply: RowsReply, isLast: boolean): Promise<boolean> {
  const success = await showRows(shell, reply, isLast);
  if ((isLast || shell.options.showAllResults) && TELLS_TAG.test(reply.tag)) writeTag(shell, reply.tag);
  return success;
}

async function showRows(shell: ShellState, reply: RowsReply, isLast: boolean): Promise<boolean> {
  const { nextResult } = shell;
  if (isLast) {
    switch (nextResult.kind) {
      case 'store':
        return storeRow(shell, reply, nextResult.prefix);
      case 'execute':
        // What is sent now has wishes of its own: none.
        shell.nextResult = { kind: 'print' };
        return executeCells(shell, reply);
      case 'crosstab': {
        const settings = shell.printOnce ?? shell.print;
        const pivoted = crosstab(tableOf(reply, settings), nextResult.args, settings.null);
        if (pivoted.kind === 'error') {
          shell.log(pivoted.message);
          return false;
        }
        // psql does not adjust the numbers of a pivoted result.
        writeTable(shell, pivoted.table, { ...settings, numericlocale: false });
        return true;
      }
      default:
    }
  }
  if (isLast || shell.options.showAllResults) writeRows(shell, reply);
  return true;
}

interface Outcome {
  readonly success: boolean;
  readonly savepointGone: boolean;
}

/** Shows what came of a statement, or of several that were sent together. */
async function useReplies(shell: ShellState, replies: readonly Reply[], sql: string): Promise<Outcome> {
  const isResult = (reply: Reply): boolean => !['notice', 'notification', 'copy-in'].includes(reply.kind);
  const last = replies.findLast(isResult);
  let success = true;
  let savepointGone = false;
  for (const reply of replies) {
    const isLast = reply === last;
    switch (reply.kind) {
      case 'rows':
        noteSuccess(shell, reply.tag);
        success = (await useRows(shell, reply, isLast)) && success;
        break;
      case 'command':
        savepointGone ||= ENDS_SAVEPOINT.test(reply.tag);
        noteSuccess(shell, reply.tag);
        if (isLast || shell.options.showAllResults) writeTag(shell, reply.tag);
        break;
      case 'empty':
        noteSuccess(shell, '');
        break;
      case 'copy-out':
        // With \copy, the rows go to a file of their own.
        if (shell.copyOut) shell.copyOut(reply.text);
        else shell.writeResult(reply.text);
        noteSuccess(shell, reply.tag);
        // Told where it does not get among the rows.
        if (shell.copyOut || shell.outputOnce) writeTag(shell, reply.tag);
        break;
      case 'error':
        shell.report(reply.report, sql);
        noteFailure(shell, reply.report, sql);
        success = false;
        break;
      case 'notice':
        shell.report(reply.report, sql);
        break;
      case 'description':
      case 'copy-in':
      case 'notification':
        break;
    }
  }
  return { success, savepointGone };
}

function showNotifications(shell: ShellState, replies: readonly Reply[]): void {
  for (const reply of replies) {
    if (reply.kind !== 'notification') continue;
    const payload = reply.payload === '' ? '' : ` with payload "${reply.payload}"`;
    shell.writeResult(
      `Asynchronous notification "${reply.channel}"${payload} received from server process with PID ${String(reply.pid)}.\n`,
    );
  }
}

async function mayGoOn(shell: ShellState, statement: string): Promise<boolean> {
  const { options } = shell;
  if (options.singleStep) {
    shell.write(
      `/**(Single step mode: verify command)******************************************/\n${statement}\n` +
        '/**(press return to proceed or enter x and return to cancel)*******************/\n',
    );
    return (await shell.io.readLine('', false)) !== 'x';
  }
  if (options.echo === 'queries') shell.write(`${statement}\n`);
  return true;
}

/** Sends something of psql's own around a statement. @returns whether it succeeded */
async function sendOwn(shell: ShellState, sql: string): Promise<boolean> {
  const { replies } = await shell.ask({ kind: 'query', sql });
  for (const reply of replies) if (reply.kind === 'error') shell.report(reply.report, sql);
  return !replies.some(({ kind }) => kind === 'error');
}

/**
 * Sends a statement, or several that are sent together, and shows what comes of it in the way that was asked for.
 * @returns whether it succeeded
 */
export async function sendQuery(shell: ShellState, statement: string): Promise<boolean> {
  try {
    if (!shell.session) {
      shell.log('You are currently not connected to a database.');
      return false;
    }
    if (!(await mayGoOn(shell, statement))) return true;
    return await sendBetweenSavepoints(shell, statement);
  } finally {
    shell.forgetWishes();
  }
}

async function sendBetweenSavepoints(shell: ShellState, statement: string): Promise<boolean> {
  const { options } = shell;
  if (
    shell.transaction === 'idle' &&
    !options.autocommit &&
    !NEEDS_NO_BEGIN.test(statement.replace(LEADING_COMMENTS, '')) &&
    !(await sendOwn(shell, 'BEGIN'))
  ) {
    return false;
  }
  const wantsSavepoint =
    options.onErrorRollback === 'on' || (options.onErrorRollback === 'interactive' && shell.isInteractive);
  const hasSavepoint = wantsSavepoint && shell.transaction === 'open';
  if (hasSavepoint && !(await sendOwn(shell, `SAVEPOINT ${SAVEPOINT}`))) return false;

  const started = performance.now();
  let replies: readonly Reply[] = [];
  let outcome: Outcome;
  if (shell.nextResult.kind === 'describe') {
    outcome = { success: await describeResult(shell, statement), savepointGone: false };
  } else {
    const closes = shell.nextRequest.kind === 'close';
    replies = await ask(shell, statement);
    outcome = await useReplies(shell, replies, statement);
    // The server has no tag for it, and psql prints the tag.
    if (closes && outcome.success) writeTag(shell, '');
  }
  const ms = performance.now() - started;
  if (!outcome.success && options.echo === 'errors') shell.log(`STATEMENT:  ${statement}`, 'plain');
  if (hasSavepoint) {
    if (shell.transaction === 'failed') await sendOwn(shell, `ROLLBACK TO ${SAVEPOINT}`);
    else if (shell.transaction === 'open' && !outcome.savepointGone) await sendOwn(shell, `RELEASE ${SAVEPOINT}`);
  }
  if (shell.timing) shell.write(timingText(ms));
  showNotifications(shell, replies);
  return outcome.success;
}
