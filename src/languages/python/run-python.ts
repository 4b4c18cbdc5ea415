import * as v from 'valibot';
import { MAX_PAGE, type RunRequest } from '../../core/run-report';
import type { LanguageRunner, ProgramEnd, RunContext } from '../language-runner';
import { decodePlain, encodePlain } from './plain-json';
import { PrintedLines } from './printed-lines';

const At = v.nullable(v.object({ line: v.number(), column: v.number() }));
const WebPage = v.object({ request: v.nullable(v.string()), status: v.string(), html: v.string() });
const Said = v.variant('kind', [
  v.object({ kind: v.literal('completed'), value: v.unknown(), page: v.nullable(WebPage) }),
  v.object({
    kind: v.literal('failed'),
    error: v.variant('kind', [
      v.object({ kind: v.literal('syntax'), message: v.string(), at: At }),
      v.object({ kind: v.literal('exception'), name: v.string(), message: v.string(), at: At }),
      v.object({ kind: v.literal('import'), module: v.string(), at: At }),
    ]),
  }),
  v.object({ kind: v.literal('out-of-memory') }),
]);

/** What a program may import besides Python itself. */
const OFFERED = ['psycopg2', 'sqlalchemy', 'flask', 'flask_sqlalchemy'];

/**
 * Runs a program in Python from top to bottom, and shows what its last line gives if that is an expression. The packages
 * that it imports have to be loaded.
 */
export const runPython: LanguageRunner = (request, context) => {
  try {
    return Promise.resolve(run(request, context));
  } catch (error) {
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }
};

function run(
  { code, files, evaluation, author, traced }: RunRequest,
  { python, database, print, lockDown, trace }: RunContext,
): ProgramEnd {
  if (!python) throw new Error('There is no Python here.');
  if (author === 'learner') lockDown();
  const session = python.session();
  const printed = new PrintedLines(trace);
  const said = v.parse(
    Said,
    python.runtime.run(
      { code, files, evaluation: encodePlain(evaluation), traced },
      {
        session,
        trace,
        show: (stream, text) => {
          printed.hear(text);
          print({ stream, text });
        },
        sent: (statement) => database.statements.push(statement) - 1,
      },
    ),
  );
  if (said.kind === 'out-of-memory') return said;
  if (said.kind === 'failed') return failed(said.error, Object.keys(files));
  if (evaluation.kind === 'inspect') {
    // The program's transactions are over: what it did not commit is not there.
    for (const result of session.resultsOf(session.exchange(evaluation.sql))) {
      database.statements.push({ sql: evaluation.sql, parameters: [], result, ms: 0 });
    }
  }
  const asked = evaluation.kind === 'call' || evaluation.kind === 'value';
  return {
    kind: 'completed',
    value: asked ? decodePlain(said.value) : undefined,
    // Not in Python, which counts characters in another way than whoever reads the report.
    page: said.page && { ...said.page, html: said.page.html.slice(0, MAX_PAGE) },
  };
}

function failed(
  error: Extract<v.InferOutput<typeof Said>, { kind: 'failed' }>['error'],
  files: readonly string[],
): ProgramEnd {
  return { kind: 'failed', error: error.kind === 'import' ? { ...error, offered: [...files, ...OFFERED] } : error };
}
