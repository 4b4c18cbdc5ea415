import type { Dataset } from '../core/database';
import type { Evaluation, PlainValue, RunReport } from '../core/run-report';
import type { Language } from '../core/language';
import { runProblemText } from '../core/run-problem-text';
import { COURSE_DATABASE } from '../core/server';
import { AnswerRefusedError, CheckBrokenError } from './check-errors';
import { checkContext } from './context';

type Role = 'answer' | 'reference';

/** Which languages each evaluation is for. */
const LANGUAGES: Readonly<Record<Evaluation['kind'], readonly Language[]>> = {
  none: ['sql', 'psql', 'typescript', 'python'],
  call: ['typescript', 'python'],
  value: ['psql', 'typescript', 'python'],
  printed: ['psql'],
  inspect: ['sql', 'psql', 'python'],
};

/** What is wrong with asking this of code in that language; `null` when nothing is. */
function misuse(evaluation: Evaluation, language: Language): string | null {
  const { kind } = evaluation;
  if (!LANGUAGES[kind].includes(language)) {
    return `A check cannot use "${kind}" on an answer in ${language}, only in ${LANGUAGES[kind].join(' and ')}.`;
  }
  if (kind === 'inspect' && language !== 'psql' && evaluation.database !== COURSE_DATABASE) {
    return `An answer in ${language} leaves nothing but the database "${COURSE_DATABASE}" to look at.`;
  }
  return null;
}

/**
 * One way to run a piece of code: from top to bottom, or up to the call of one of its exports. It can be repeated on
 * each data set, and with other code in place of its own.
 */
export class Invocation implements PromiseLike<PlainValue> {
  constructor(
    readonly role: Role,
    readonly evaluation: Evaluation,
  ) {}

  /**
   * The report of one run on one data set.
   * @param code in place of its own
   * @param traced whether what each layer did is looked at
   */
  async report(dataset: Dataset, code?: string, traced = false): Promise<RunReport> {
    const { exercise, code: answerCode, engine, runs, engines } = checkContext();
    const { language } = exercise.meta;
    const objection = misuse(this.evaluation, language);
    if (objection !== null) throw new CheckBrokenError(objection);
    const isLearners = code === undefined && this.role === 'answer';
    const report = await runs.run({
      language,
      code: code ?? (isLearners ? answerCode : exercise.solution),
      files: exercise.files,
      dataset,
      engine,
      evaluation: this.evaluation,
      psql: { user: exercise.meta.user, setup: exercise.meta.setup },
      author: isLearners ? 'learner' : 'course',
      traced,
    });
    if (report.engine) engines.add(report.engine);
    return report;
  }

  /**
   * The report of a run that came to its end.
   * @throws AnswerRefusedError when the learner's code does not, CheckBrokenError when the reference does not
   */
  async completed(dataset: Dataset): Promise<RunReport> {
    const report = await this.report(dataset);
    const { outcome } = report;
    if (outcome.kind === 'completed') return report;
    const problem = runProblemText(report);
    if (outcome.kind === 'engine-failed' || outcome.kind === 'not-loaded') throw new CheckBrokenError(problem);
    if (this.role === 'reference') throw new CheckBrokenError(`The course's own solution does not run:\n${problem}`);
    throw new AnswerRefusedError(problem, { kind: 'run', report, dataset: dataset.id });
  }

  /** Awaiting an invocation gives its value on the first data set. */
  then<A = PlainValue, B = never>(
    fulfilled?: ((value: PlainValue) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): PromiseLike<A | B> {
    const [dataset] = checkContext().datasets;
    if (!dataset) throw new CheckBrokenError('The exercise names no data set.');
    return this.completed(dataset)
      .then((report) => report.value)
      .then(fulfilled, rejected);
  }
}

/** A piece of code as check files see it: it is reached by calls only, and runs in a worker of its own. */
export interface Subject {
  /** The code run from top to bottom, for {@link Matchers}. */
  readonly program: Invocation;
  /**
   * Runs the code on the first data set. It does not throw when the code fails: the report says so. It alone also tells
   * what each layer did.
   */
  run(): Promise<RunReport>;
  /** Runs the code, then calls a function that it exports with plain data. */
  call(name: string, ...args: readonly PlainValue[]): Invocation;
  /** Runs the code, then reads what it exports under a name, psql's variable of that name, or any Python expression. */
  value(name: string): Invocation;
  /** psql: runs what was typed, and gives what was printed, without prompts and input. */
  readonly printed: Invocation;
  /**
   * SQL, psql and Python: runs the code, then has the superuser ask the database that it leaves behind.
   * @param sql a query
   */
  inspect(sql: string, where?: { readonly database: string }): Invocation;
}

/** Makes `answer` and `reference`. */
export function createSubject(role: Role): Subject {
  const program = new Invocation(role, { kind: 'none' });
  return {
    program,
    run: () => {
      const [dataset] = checkContext().datasets;
      if (!dataset) throw new CheckBrokenError('The exercise names no data set.');
      return program.report(dataset, undefined, true);
    },
    call: (name, ...args) => new Invocation(role, { kind: 'call', name, args }),
    value: (name) => new Invocation(role, { kind: 'value', name }),
    printed: new Invocation(role, { kind: 'printed' }),
    inspect: (sql, { database } = { database: COURSE_DATABASE }) =>
      new Invocation(role, { kind: 'inspect', sql, database }),
  };
}
