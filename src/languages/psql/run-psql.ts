import type { StatementResult } from '../../core/database';
import type { PlainValue, RunError } from '../../core/run-report';
import {
  COURSE_DATABASE,
  type Reply,
  type Server,
  type ServerReport,
  type Session,
  SUPERUSER,
} from '../../core/server';
import { steadyText } from '../../core/steady-text';
import { typeName } from '../../engine/type-names';
import type { LanguageRunner } from '../language-runner';
import { EndOfScriptError, ScriptIo } from './script-io';
import { PsqlShell } from './shell/psql-shell';

function refusal(report: ServerReport): { kind: 'failed'; error: RunError } {
  return { kind: 'failed', error: { kind: 'sql', error: report, statement: '', at: null } };
}

/** The types' names, asked of the server where they are not built in. */
async function columnsOf(
  session: Session,
  fields: Extract<Reply, { kind: 'rows' }>['fields'],
): Promise<Extract<StatementResult, { kind: 'rows' }>['columns']> {
  const columns = fields.map(({ name, oid, modifier }) => ({ name, oid, type: typeName(oid, modifier) }));
  return Promise.all(
    columns.map(async (column) => {
      if (!column.type.startsWith('#')) return column;
      const sql = `SELECT pg_catalog.format_type(${column.type.slice(1)})`;
      const [reply] = (await session.exchange({ kind: 'query', sql })).replies;
      return { ...column, type: (reply?.kind === 'rows' ? reply.rows[0]?.[0] : null) ?? column.type };
    }),
  );
}

/** Has the superuser ask a database. */
async function inspect(server: Server, sql: string, database: string): Promise<StatementResult[]> {
  const attempt = await server.connect({ database, user: SUPERUSER });
  if (attempt.kind === 'refused') return [{ kind: 'error', error: attempt.report, notices: [] }];
  const { session } = attempt;
  const results: StatementResult[] = [];
  for (const reply of (await session.exchange({ kind: 'query', sql })).replies) {
    if (reply.kind === 'rows') {
      results.push({ ...reply, columns: await columnsOf(session, reply.fields), notices: [] });
    } else if (reply.kind === 'error') results.push({ kind: 'error', error: reply.report, notices: [] });
  }
  return results;
}

/**
 * Types a script into psql, line by line, behind its prompts. What is printed is what a terminal shows, prompts and typed
 * lines included. Errors in statements do not end it, as they do not end psql.
 */
export const runPsql: LanguageRunner = async ({ code, dataset, evaluation, psql }, { server, database, print }) => {
  if (!server) throw new Error('psql needs a server with sessions.');
  const io = new ScriptIo(code, print);
  const shell = new PsqlShell(server, io, { dataset, setup: psql.setup });
  const refused = await shell.start({ database: COURSE_DATABASE, user: psql.user });
  if (refused) return refusal(refused);
  try {
    await shell.run();
  } catch (error) {
    if (!(error instanceof EndOfScriptError)) throw error;
  }
  io.flush();
  let value: PlainValue;
  switch (evaluation.kind) {
    case 'value':
      value = shell.variable(evaluation.name);
      break;
    case 'printed':
      value = steadyText(io.printed);
      break;
    case 'inspect':
      for (const result of await inspect(server, evaluation.sql, evaluation.database)) {
        database.statements.push({ sql: evaluation.sql, parameters: [], result, ms: 0 });
      }
      break;
    default:
  }
  return { kind: 'completed', value };
};
