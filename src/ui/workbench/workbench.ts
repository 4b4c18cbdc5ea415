import {
  datasets,
  exercises,
  modules,
  postgres,
  programFrame,
  python,
} from '@generated/layer-by-layer/default/manifest';
import { type CheckReport, isProvisional } from '../../core/check-report';
import type { Dataset } from '../../core/database';
import type { Language } from '../../core/language';
import { PSQL_START, type PsqlStart, type RunReport, type RunRequest } from '../../core/run-report';
import { confirmCheck, confirmRun } from '../../worker/client/ask-postgres';
import { type ConsoleScreen, ConsoleClient, type OpenConsole } from '../../worker/client/console-client';
import { CheckClient } from '../../worker/client/check-client';
import { RunClient, type RunOptions } from '../../worker/client/run-client';
import { type PythonSource, startBrowserWorkers } from '../../worker/client/start-browser-workers';

/** A file of the site with its whole address: workers have none that they could begin from. */
function onSite<File extends { readonly url: string }>(file: File): File {
  return { ...file, url: new URL(file.url, location.origin).href };
}

function pythonOnSite(): PythonSource {
  const archives = Object.entries(python.archives).map(([name, file]) => [name, onSite(file)] as const);
  return { ...onSite(python), archives: Object.fromEntries(archives), postgres: onSite(postgres) };
}

const workers = startBrowserWorkers(pythonOnSite(), new URL(programFrame, location.origin));
const runs = new RunClient(workers);
const checks = new CheckClient(() => workers.startCheck(), runs);
const consoles = new ConsoleClient(() => workers.startConsole(), runs);

async function load<T>(
  table: Readonly<Record<string, () => Promise<{ readonly default: T }>>>,
  name: string,
): Promise<T> {
  const loader = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!loader) throw new Error(`This site has no "${name}".`);
  return (await loader()).default;
}

function dataset(id: string): Promise<Dataset> {
  return load(datasets, id);
}

/** The modules that code of a language may import besides the libraries. */
export async function filesFor(language: Language): Promise<Readonly<Record<string, string>>> {
  return language === 'typescript' ? (await modules()).default : {};
}

/** A report, with a way to have PostgreSQL say the last word on it; `null` when it has spoken already. */
export interface Answer<Report> {
  readonly report: Report;
  readonly confirm: ((options: RunOptions) => Promise<Report>) | null;
}

/** Runs a reader's code on a data set. */
export async function runCode(
  language: Language,
  code: string,
  datasetId: string,
  options: RunOptions,
  psql: PsqlStart = PSQL_START,
): Promise<Answer<RunReport>> {
  const [loaded, files] = await Promise.all([dataset(datasetId), filesFor(language)]);
  const request: RunRequest = {
    language,
    code,
    files,
    dataset: loaded,
    engine: 'auto',
    evaluation: { kind: 'none' },
    psql,
    author: 'learner',
    traced: true,
  };
  const report = await runs.run(request, options);
  const finished = report.outcome.kind === 'completed' || report.outcome.kind === 'failed';
  return {
    report,
    confirm: finished && report.engine === 'pg-mem' ? (settings) => confirmRun(runs, request, report, settings) : null,
  };
}

/** Runs an answer on the first data set of its exercise. */
export async function runAnswer(exerciseId: string, code: string, options: RunOptions): Promise<Answer<RunReport>> {
  const { meta } = await load(exercises, exerciseId);
  return runCode(meta.language, code, meta.datasets[0] ?? '', options, meta);
}

/** On what, and as whom, a console begins. */
export type ConsoleSetting =
  | { readonly kind: 'dataset'; readonly dataset: string; readonly user: string; readonly setup: string }
  /** As an exercise says, on the first of its data sets. */
  | { readonly kind: 'exercise'; readonly id: string };

/** Opens psql. */
export async function openConsole(setting: ConsoleSetting, screen: ConsoleScreen): Promise<OpenConsole> {
  if (setting.kind === 'dataset') {
    const { user, setup } = setting;
    return consoles.open({ user, setup, dataset: await dataset(setting.dataset) }, screen);
  }
  const { user, setup, datasets: ids } = (await load(exercises, setting.id)).meta;
  return consoles.open({ user, setup, dataset: await dataset(ids[0] ?? '') }, screen);
}

/** Checks an answer on all data sets of its exercise. */
export async function checkAnswer(exerciseId: string, code: string, options: RunOptions): Promise<Answer<CheckReport>> {
  const exercise = await load(exercises, exerciseId);
  const loaded = await Promise.all(exercise.meta.datasets.map(dataset));
  const job = { exercise, datasets: loaded, code, engine: 'auto' } as const;
  const report = await checks.check(job, options);
  return {
    report,
    confirm:
      (report.verdict === 'passed' || report.verdict === 'failed') && isProvisional(report)
        ? (settings) =>
            confirmCheck(runs, () => checks.check({ ...job, engine: 'postgres' }, settings), report, settings)
        : null,
  };
}

/** The course's own solution. */
export async function solutionOf(exerciseId: string): Promise<string> {
  return (await load(exercises, exerciseId)).solution;
}

/** Starts workers ahead, when somebody is about to run something in a language. */
export function prewarm(language: Language): void {
  runs.prewarm(language);
}
