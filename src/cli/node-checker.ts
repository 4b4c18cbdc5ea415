import { runCheck } from '../checker/run-check';
import { type CheckReport, isProvisional } from '../core/check-report';
import type { Dataset } from '../core/database';
import type { Exercise } from '../core/exercise';
import { makeFunction } from '../core/make-function';
import { type EngineChoice, PSQL_START, type RunReport, type RunRequest, type Runs } from '../core/run-report';
import { ServerEngine } from '../engine/server/server-engine';
import { ServerError } from '../engine/server/server-error';
import { confirmCheck } from '../worker/client/ask-postgres';
import { rememberCourseRuns, type RunsWithOptions } from '../worker/client/remember-course-runs';
import { RunClient } from '../worker/client/run-client';
import { startNodeWorkers } from '../worker/node/start-node-workers';
import { closeAtSignal } from './close-at-signal';
import { CommandError } from './command-error';

/** Runs code and checks answers in Node, with the workers and the checker that the page uses. */
export class NodeChecker {
  readonly #server: ServerEngine;
  readonly #runs: RunClient;
  readonly #checksRuns: RunsWithOptions;
  readonly #datasets: ReadonlyMap<string, Dataset>;
  readonly #author: RunRequest['author'];

  /**
   * @param root the project's folder
   * @param author who wrote the answers that it will check: of the course's own each run is made once
   */
  constructor(root: string, datasets: ReadonlyMap<string, Dataset>, author: RunRequest['author'] = 'learner') {
    this.#server = new ServerEngine(process.env['DATABASE_URL'], (message) => {
      console.error(`${message}\n`);
    });
    this.#runs = new RunClient(startNodeWorkers(root, this.#server));
    this.#checksRuns = rememberCourseRuns(this.#runs);
    this.#datasets = datasets;
    this.#author = author;
  }

  /**
   * Makes sure that an engine can be used, before anything is asked of it.
   * @throws CommandError when the server cannot be used
   */
  async prepare(engine: EngineChoice): Promise<void> {
    if (engine !== 'server') return;
    try {
      await this.#server.prepare();
    } catch (error) {
      throw error instanceof ServerError ? new CommandError(error.message) : error;
    }
    // What was made on the server must not outlive this process.
    closeAtSignal(() => this.close());
  }

  /** Checks an answer to an exercise. With `auto`, PostgreSQL has said the last word when this resolves. */
  async check(exercise: Exercise, code: string, engine: EngineChoice): Promise<CheckReport> {
    const report = await this.#check(exercise, code, engine);
    const isFirstWord = engine === 'auto' && (report.verdict === 'passed' || report.verdict === 'failed');
    if (!isFirstWord || !isProvisional(report)) return report;
    return confirmCheck(this.#runs, () => this.#check(exercise, code, 'postgres'), report, {});
  }

  /** Runs a snippet. @throws Error for an unknown data set */
  run(
    snippet: Pick<RunRequest, 'language' | 'code' | 'files'> & Partial<Pick<RunRequest, 'psql'>>,
    datasetId: string,
    engine: EngineChoice,
  ): Promise<RunReport> {
    const dataset = this.#datasets.get(datasetId);
    if (!dataset) throw new Error(`there is no data set "${datasetId}"`);
    return this.#runs.run({
      psql: PSQL_START,
      ...snippet,
      dataset,
      engine,
      evaluation: { kind: 'none' },
      author: 'course',
      traced: true,
    });
  }

  async close(): Promise<void> {
    this.#runs.close();
    await this.#server.close();
  }

  #check(exercise: Exercise, code: string, engine: EngineChoice): Promise<CheckReport> {
    const datasets = exercise.meta.datasets.flatMap((id) => this.#datasets.get(id) ?? []);
    const session = {};
    const runs: Runs = {
      run: (request) =>
        this.#checksRuns.run(this.#author === 'course' ? { ...request, author: 'course' } : request, { session }),
    };
    return runCheck({ exercise, code, engine, datasets, runs, engines: new Set() }, makeFunction);
  }
}
