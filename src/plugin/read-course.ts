import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'sucrase';
import * as v from 'valibot';
import { BUILT_IN_FEEDBACK } from '../core/check-report';
import type { Dataset } from '../core/database';
import { type Exercise, ExerciseIdSchema, type WrongAnswer } from '../core/exercise';
import type { Fault } from '../core/fault';
import { FILE_EXTENSION } from '../core/language';
import { SUPERUSER } from '../core/server';
import { DATASETS, datasetNames, SCHEMA_FILE } from './dataset-names';
import { readTask, type Task } from './read-task';

/** An exercise with all that its author wrote: more than a page is given. */
export interface ExerciseSource {
  readonly exercise: Exercise;
  readonly task: Task;
  /** Relative to the project's folder. */
  readonly folder: string;
  readonly solutionFile: string;
  /** Where a learner who works in a clone writes. */
  readonly answerFile: string;
  readonly right: readonly { readonly file: string; readonly code: string }[];
}

/** Everything under `exercises/` and `solutions/`. */
export interface Course {
  readonly exercises: readonly ExerciseSource[];
  readonly datasets: ReadonlyMap<string, Dataset>;
  /** Modules that every TypeScript program may import, by name. */
  readonly modules: Readonly<Record<string, string>>;
  readonly faults: readonly Fault[];
}

/** How a comment begins, by the extension of files where it is not `--`. */
const COMMENTS: Readonly<Partial<Record<string, string>>> = { ts: '//', py: '#' };
const FEEDBACK = /^(?:--|\/\/|#)\s*feedback:\s*(\S+)\s*$/;
const CHECK_IMPORTS = ['vitest', '#checker'];

function folders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function files(folder: string, extension: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(`.${extension}`))
    .sort();
}

/** Reads the data sets: each is the schema followed by rows of its own. */
function readDatasets(root: string): Map<string, Dataset> {
  const folder = path.join(root, DATASETS);
  const schema = readFileSync(path.join(folder, SCHEMA_FILE), 'utf8');
  return new Map(
    datasetNames(root).map((id) => [
      id,
      { id, sql: `${schema}\n${readFileSync(path.join(folder, `${id}.sql`), 'utf8')}` },
    ]),
  );
}

/** Reads the modules that TypeScript programs may import: each `.ts` file beside the data sets, under its name. */
function readModules(root: string): Record<string, string> {
  const folder = path.join(root, DATASETS);
  return Object.fromEntries(
    files(folder, 'ts').map((name) => [name.slice(0, -'.ts'.length), readFileSync(path.join(folder, name), 'utf8')]),
  );
}

class ExerciseReader {
  readonly faults: Fault[] = [];

  constructor(
    readonly root: string,
    readonly datasets: ReadonlyMap<string, Dataset>,
    readonly modules: Readonly<Record<string, string>>,
  ) {}

  #fault(file: string, line: number, message: string): void {
    this.faults.push({ file, line, message });
  }

  #read(file: string, what: string): string | null {
    const whole = path.join(this.root, file);
    if (existsSync(whole)) return readFileSync(whole, 'utf8');
    this.#fault(file, 1, `${what} is missing. Create this file.`);
    return null;
  }

  exercise(part: string, id: string): ExerciseSource | null {
    const folder = path.join('exercises', part, id);
    const before = this.faults.length;
    const idCheck = v.safeParse(ExerciseIdSchema, id);
    if (!idCheck.success)
      this.#fault(folder, 1, `the folder's name is the exercise's id and ${idCheck.issues[0].message}.`);

    const taskFile = path.join(folder, 'task.md');
    const text = this.#read(taskFile, 'the task');
    if (text === null) return null;
    const { task, faults } = readTask(text, taskFile);
    this.faults.push(...faults);
    if (!task) return null;
    const { meta } = task;
    const extension = FILE_EXTENSION[meta.language];
    if (meta.language !== 'psql' && (meta.setup !== '' || meta.user !== SUPERUSER)) {
      this.#fault(taskFile, 1, 'only an exercise of the language psql has a `user` and a `setup`. Take them out.');
    }

    for (const dataset of meta.datasets) {
      if (this.datasets.has(dataset)) continue;
      const known = [...this.datasets.keys()].join(', ');
      this.#fault(taskFile, 1, `there is no data set "${dataset}". Known data sets are ${known}.`);
    }
    const starter = this.#read(path.join(folder, `starter.${extension}`), 'the starter');
    const solutionFile = path.join('solutions', part, `${id}.${extension}`);
    const solution = this.#read(solutionFile, 'the solution');
    const check = this.#check(path.join(folder, 'check.test.ts'));
    const wrong = this.#wrong(folder, extension, Object.keys(meta.feedback), taskFile);
    const right = files(path.join(this.root, folder, 'right'), extension).map((file) => ({
      file,
      code: readFileSync(path.join(this.root, folder, 'right', file), 'utf8'),
    }));
    this.#strayFiles(folder, extension);
    if (starter === null || solution === null || check === null || this.faults.length > before) return null;
    return {
      exercise: {
        id,
        part,
        meta,
        // The newline at a file's end is not an empty line of code.
        starter: starter.trimEnd(),
        solution: solution.trimEnd(),
        check,
        wrong,
        files: meta.language === 'typescript' ? this.modules : {},
      },
      task,
      folder,
      solutionFile,
      answerFile: path.join('answers', part, `${id}.${extension}`),
      right,
    };
  }

  #check(file: string): string | null {
    const source = this.#read(file, 'the check');
    if (source === null) return null;
    for (const [, name = ''] of source.matchAll(/^import\b[^'"]*['"]([^'"]+)['"]/gm)) {
      if (CHECK_IMPORTS.includes(name)) continue;
      const line = source.slice(0, source.indexOf(name)).split('\n').length;
      this.#fault(
        file,
        line,
        `a check cannot import "${name}", only ${CHECK_IMPORTS.join(' and ')}: it also runs in the page.`,
      );
    }
    try {
      return transform(source, { transforms: ['typescript', 'imports'], disableESTransforms: true }).code;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#fault(file, Number(/\((\d+):\d+\)/.exec(message)?.[1] ?? 1), message);
      return null;
    }
  }

  #wrong(folder: string, extension: string, authored: readonly string[], taskFile: string): WrongAnswer[] {
    const wrongFolder = path.join(folder, 'wrong');
    const unused = new Set(authored);
    const answers = files(path.join(this.root, wrongFolder), extension).flatMap((file): WrongAnswer[] => {
      const code = readFileSync(path.join(this.root, wrongFolder, file), 'utf8');
      const feedback = FEEDBACK.exec(code.split('\n', 1)[0] ?? '')?.[1];
      const where = path.join(wrongFolder, file);
      if (feedback === undefined) {
        const comment = COMMENTS[extension] ?? '--';
        this.#fault(
          where,
          1,
          `the first line must name the feedback that this answer gets: "${comment} feedback: NAME".`,
        );
        return [];
      }
      unused.delete(feedback);
      if (!authored.includes(feedback) && !BUILT_IN_FEEDBACK.some((name) => name === feedback)) {
        this.#fault(
          where,
          1,
          `there is no feedback "${feedback}". Write it under \`feedback:\` in task.md, or use one of ${BUILT_IN_FEEDBACK.join(', ')}.`,
        );
      }
      // Typed into psql, even a comment becomes part of what is sent.
      return [{ file, code: extension === 'psql' ? code.replace(/^[^\n]*\n?/, '') : code, feedback }];
    });
    for (const name of unused) {
      this.#fault(taskFile, 1, `no answer in wrong/ shows the feedback "${name}". Add one, or take the feedback out.`);
    }
    return answers;
  }

  #strayFiles(folder: string, extension: string): void {
    const expected = new Set(['task.md', `starter.${extension}`, 'check.test.ts', 'wrong', 'right']);
    for (const name of readdirSync(path.join(this.root, folder))) {
      if (!expected.has(name)) {
        this.#fault(path.join(folder, name), 1, `an exercise has no "${name}". It holds ${[...expected].join(', ')}.`);
      }
    }
  }
}

/**
 * Reads and validates every exercise. What is wrong comes back as faults, never as an exception.
 * @param root the project's folder
 */
export function readCourse(root: string): Course {
  const datasets = readDatasets(root);
  const modules = readModules(root);
  const reader = new ExerciseReader(root, datasets, modules);
  const exercises: ExerciseSource[] = [];
  const seen = new Map<string, string>();
  for (const part of folders(path.join(root, 'exercises'))) {
    if (part === 'datasets') continue;
    for (const id of folders(path.join(root, 'exercises', part))) {
      const folder = path.join('exercises', part, id);
      const other = seen.get(id);
      if (other)
        reader.faults.push({
          file: folder,
          line: 1,
          message: `the id "${id}" is taken by ${other}. Rename one of the two.`,
        });
      seen.set(id, folder);
      const source = reader.exercise(part, id);
      if (source) exercises.push(source);
    }
  }
  for (const part of folders(path.join(root, 'solutions'))) {
    for (const file of readdirSync(path.join(root, 'solutions', part))) {
      if (!existsSync(path.join(root, 'exercises', part, path.parse(file).name))) {
        reader.faults.push({
          file: path.join('solutions', part, file),
          line: 1,
          message: 'there is no exercise for this solution.',
        });
      }
    }
  }
  return { exercises, datasets, modules, faults: reader.faults };
}
