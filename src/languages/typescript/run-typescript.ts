import { DatabaseError } from 'pg-protocol';
import type { MakeFunction } from '../../core/make-function';
import type { Position } from '../../core/position';
import type { Evaluation, PlainValue, RunError, RunRequest } from '../../core/run-report';
import { sqlError } from '../../engine/sql-error';
import type { LanguageRunner, ProgramEnd, RunContext } from '../language-runner';
import { compile, importPosition } from './compile';
import { learnerConsole } from './learner-console';
import { Libraries, OFFERED_LIBRARIES } from './modules';
import { PendingWork } from './pending-work';
import { showValue } from './show-value';
import { hearStrayErrors } from './stray-errors';
import { toPlain } from './to-plain';

type Exports = Record<string, unknown>;
/** The name under which stack traces show the learner's code. */
const ANSWER = 'answer.ts';

/** So many calls a stack trace holds: from the driver up to the learner's line there are more than V8's ten. */
const STACK_TRACE_LIMIT = 100;

const TIMERS = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const;

/** Lines that stand before the body of a function that was made from text. */
async function headerLines(makeFunction: MakeFunction): Promise<number> {
  try {
    await makeFunction('probe.ts', [], 'throw new Error()')();
  } catch (error) {
    return (positionInStack(error, 'probe.ts', 0)?.line ?? 1) - 1;
  }
  return 0;
}

function positionInStack(error: unknown, file: string, linesBefore: number): Position | null {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const escaped = file.replaceAll('.', '\\.');
  const place = new RegExp(`\\b${escaped}:(\\d+):(\\d+)`).exec(stack);
  if (!place) return null;
  const line = Number(place[1]) - linesBefore;
  return line < 1 ? null : { line, column: Number(place[2]) };
}

async function errorOf(thrown: unknown, { database, makeFunction }: RunContext): Promise<RunError> {
  const at = positionInStack(thrown, ANSWER, await headerLines(makeFunction));
  if (thrown instanceof DatabaseError) {
    const sent = database.statements.findLast(({ result }) => result.kind === 'error');
    return { kind: 'sql', error: sqlError(thrown), statement: sent?.sql ?? '', at };
  }
  if (thrown instanceof Error) return { kind: 'exception', name: thrown.name, message: thrown.message, at };
  return {
    kind: 'exception',
    name: 'Error',
    message: `the code threw ${typeof thrown === 'string' ? thrown : showValue(thrown)}`,
    at: null,
  };
}

/** Gives modules to a program: the offered libraries and the files that belong to the exercise. */
class ModuleLoader {
  readonly #loaded = new Map<string, unknown>();
  readonly #libraries: Libraries;

  constructor(
    readonly files: Readonly<Record<string, string>>,
    readonly context: RunContext,
    readonly work: PendingWork,
  ) {
    this.#libraries = new Libraries(context);
  }

  get offered(): readonly string[] {
    return [...Object.keys(this.files), ...OFFERED_LIBRARIES];
  }

  readonly require = (name: string): unknown => {
    if (!this.#loaded.has(name)) {
      throw new Error(`There is no module "${name}" here. A program can import ${this.offered.join(', ')}.`);
    }
    return this.#loaded.get(name);
  };

  /** Loads modules, and what they import in turn, before the code that wants them runs. */
  async load(names: readonly string[], source: string): Promise<RunError | null> {
    for (const name of names) {
      if (this.#loaded.has(name)) continue;
      const file = Object.hasOwn(this.files, name) ? this.files[name] : undefined;
      if (file !== undefined) {
        const exports: Exports = {};
        this.#loaded.set(name, exports);
        const end = await this.#evaluate(file, `${name}.ts`, exports);
        if (end) return end;
        continue;
      }
      const library = await this.#libraries.load(name);
      if (!library) return { kind: 'import', module: name, offered: this.offered, at: importPosition(source, name) };
      this.#loaded.set(name, library.exports);
    }
    return null;
  }

  async #evaluate(source: string, name: string, exports: Exports): Promise<RunError | null> {
    const compiled = await compile(source);
    if (compiled.kind === 'syntax') return { ...compiled, message: `${name}: ${compiled.message}` };
    const missing = await this.load(compiled.imports, source);
    if (missing) return missing;
    await this.run(name, compiled.code, exports);
    return null;
  }

  /** Runs compiled code with what a program may use. */
  async run(name: string, code: string, exports: Exports): Promise<void> {
    const timers = TIMERS.map((timer) => this.work.timers[timer]);
    const { print, trace } = this.context;
    const traced: typeof print = (line) => {
      trace.note('code', 'Prints', { kind: 'text', text: line.text });
      print(line);
    };
    const program = this.context.makeFunction(name, ['require', 'exports', 'console', ...TIMERS], code);
    await program(this.require, exports, learnerConsole(traced), ...timers);
  }
}

async function evaluate(
  evaluation: Evaluation,
  exports: Exports,
  { trace }: Pick<RunContext, 'trace'>,
): Promise<ProgramEnd> {
  if (evaluation.kind !== 'call' && evaluation.kind !== 'value') return { kind: 'completed', value: undefined };
  const { name } = evaluation;
  const missing: ProgramEnd = {
    kind: 'failed',
    error: { kind: 'missing-export', name, exported: Object.keys(exports) },
  };
  if (!Object.hasOwn(exports, name)) return missing;
  const exported = exports[name];
  if (evaluation.kind === 'value') return { kind: 'completed', value: toPlain(await exported) };
  if (typeof exported !== 'function') return missing;
  const call = exported as (...args: readonly PlainValue[]) => unknown;
  trace.note('code', 'Function is called', {
    kind: 'text',
    text: `${name}(${evaluation.args.map(showValue).join(', ')})`,
  });
  return { kind: 'completed', value: toPlain(await call(...evaluation.args)) };
}

async function runProgram(
  { code, files, evaluation, author }: RunRequest,
  compiledCode: string,
  imports: readonly string[],
  context: RunContext,
  work: PendingWork,
): Promise<ProgramEnd> {
  const loader = new ModuleLoader(files, context, work);
  const missing = await loader.load(imports, code);
  if (missing) return { kind: 'failed', error: missing };
  const exports: Exports = {};
  if (author === 'learner') context.lockDown();
  context.trace.note('code', 'Program begins', {
    kind: 'text',
    text: imports.length === 0 ? 'It imports nothing.' : `It imports ${imports.join(', ')}.`,
  });
  await loader.run(ANSWER, compiledCode, exports);
  const end = await evaluate(evaluation, exports, context);
  await work.settled();
  context.trace.note('code', 'Program ends', { kind: 'text', text: 'Nothing is left to happen.' });
  return end;
}

/**
 * Runs a program: types stripped, imports limited to what is offered, top-level `await` allowed. It goes on until
 * nothing of it is left to happen; an error that nothing caught ends it.
 */
export const runTypeScript: LanguageRunner = async (request, context) => {
  const compiled = await compile(request.code);
  if (compiled.kind === 'syntax') return { kind: 'failed', error: compiled };
  Reflect.set(Error, 'stackTraceLimit', STACK_TRACE_LIMIT);
  let fail: (thrown: unknown) => void = () => undefined;
  const stray = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  const work = new PendingWork(fail);
  context.database.trace = context.trace;
  context.database.onStatement = (promise) => void work.track(promise);
  const unhear = hearStrayErrors(fail);
  try {
    return await Promise.race([runProgram(request, compiled.code, compiled.imports, context, work), stray]);
  } catch (thrown) {
    const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : showValue(thrown);
    context.trace.note('code', 'Program stops with an error', { kind: 'text', text: 'Nothing caught it.' }, message);
    return { kind: 'failed', error: await errorOf(thrown, context) };
  } finally {
    unhear();
  }
};
