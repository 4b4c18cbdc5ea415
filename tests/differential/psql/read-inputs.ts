import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SUPERUSER } from '../../../src/core/server';

/** Some lines that are typed into psql, and what comes of them is compared. */
export interface Input {
  readonly name: string;
  /** `^C` and `^D` are those keys. */
  readonly lines: readonly string[];
}

/** Inputs that are typed into one psql, one after the other; it starts on fresh data. */
export interface InputSession {
  readonly title: string;
  readonly user: string;
  /** SQL that the superuser runs first. */
  readonly setup: string;
  /** What lies in the folder in which psql runs. */
  readonly files: ReadonlyMap<string, string>;
  readonly inputs: readonly Input[];
}

const FOLDER = path.resolve('tests', 'differential', 'psql', 'inputs');
/** A line that begins something: `== NAME`, or one of the `=== …` that belong to a session. */
const MARK = /^(?:== (.+)|=== (\w+) ?(.*))$/;

interface Draft {
  title: string;
  user: string;
  setup: string;
  readonly files: Map<string, string>;
  readonly inputs: { name: string; lines: string[] }[];
}

/**
 * Reads a file of inputs. Its lines are:
 * `=== session TITLE` a psql of its own, with fresh data; a file has at least one;
 * `=== user NAME` whom it connects as; `postgres` without it;
 * `=== setup`, and lines of SQL; `=== file NAME`, and its lines;
 * `== NAME`, and the lines of an input. An empty line before the next mark does not count.
 */
function readFile(file: string): InputSession[] {
  const sessions: Draft[] = [];
  let take: (line: string) => void = () => undefined;
  readFileSync(path.join(FOLDER, file), 'utf8')
    .replace(/\n+(?=={2,3} |$(?![^]))/g, '\n')
    .split('\n')
    .slice(0, -1)
    .forEach((line, i) => {
      const place = `${file}:${String(i + 1)}`;
      const [mark, name, word, rest = ''] = MARK.exec(line) ?? [];
      const session = sessions.at(-1);
      if (mark === undefined) take(line);
      else if (word === 'session') {
        sessions.push({ title: rest, user: SUPERUSER, setup: '', files: new Map(), inputs: [] });
        take = () => undefined;
      } else if (!session) throw new Error(`${place}: a session has to begin first`);
      else if (name !== undefined) {
        const input = { name, lines: [] as string[] };
        session.inputs.push(input);
        take = (typed) => input.lines.push(typed);
      } else if (word === 'user') session.user = rest;
      else if (word === 'setup') take = (sql) => (session.setup += `${sql}\n`);
      else if (word === 'file') {
        session.files.set(rest, '');
        take = (text) => session.files.set(rest, `${session.files.get(rest) ?? ''}${text}\n`);
      } else throw new Error(`${place}: nothing begins like this: ${line}`);
    });
  const theme = file.replace(/\.txt$/, '');
  return sessions.map((session) => ({ ...session, title: `${theme}: ${session.title}` }));
}

/** All sessions, of all files. */
export function readInputs(): InputSession[] {
  const sessions = readdirSync(FOLDER).sort().flatMap(readFile);
  const names = sessions.flatMap(({ title, inputs }) => inputs.map(({ name }) => `${title}: ${name}`));
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) throw new Error(`There are two inputs "${twice}".`);
  return sessions;
}
