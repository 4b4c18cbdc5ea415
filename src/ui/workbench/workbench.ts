import { datasets, exercises, modules, postgresUrl } from '@generated/layer-by-layer/default/manifest';
import type { CheckReport } from '../../core/check-report';
import type { Dataset } from '../../core/database';
import type { Language } from '../../core/language';
import type { RunReport } from '../../core/run-report';
import { CheckClient } from '../../worker/client/check-client';
import { RunClient, type RunOptions } from '../../worker/client/run-client';
import { startBrowserWorkers } from '../../worker/client/start-browser-workers';

const workers = startBrowserWorkers(new URL(postgresUrl, location.origin).href);
const runs = new RunClient(workers);
const checks = new CheckClient(() => workers.startCheck(), runs);

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

/** Runs a reader's code on a data set. */
export async function runCode(
  language: Language,
  code: string,
  datasetId: string,
  options: RunOptions,
): Promise<RunReport> {
  const [loaded, files] = await Promise.all([dataset(datasetId), filesFor(language)]);
  const evaluation = { kind: 'none' } as const;
  return runs.run({ language, code, files, dataset: loaded, engine: 'auto', evaluation, author: 'learner' }, options);
}

/** Runs an answer on the first data set of its exercise. */
export async function runAnswer(exerciseId: string, code: string, options: RunOptions): Promise<RunReport> {
  const { meta } = await load(exercises, exerciseId);
  return runCode(meta.language, code, meta.datasets[0] ?? '', options);
}

/** Checks an answer on all data sets of its exercise. */
export async function checkAnswer(exerciseId: string, code: string, options: RunOptions): Promise<CheckReport> {
  const exercise = await load(exercises, exerciseId);
  const loaded = await Promise.all(exercise.meta.datasets.map(dataset));
  return checks.check({ exercise, datasets: loaded, code, engine: 'auto' }, options);
}

/** The course's own solution. */
export async function solutionOf(exerciseId: string): Promise<string> {
  return (await load(exercises, exerciseId)).solution;
}

/** Starts workers ahead, when somebody is about to run something. */
export function prewarm(): void {
  runs.prewarm();
}
