import type { PyodideInterface, loadPyodide } from 'pyodide';
import type { DriverExchange, DriverSession } from '../../core/driver-session';
import type { SentStatement } from '../../core/run-report';
import type { CopyAnswer } from '../../core/server';
import { reportText } from '../psql/shell/report-text';
import type { TraceRecorder } from '../trace-recorder';
import { ARCHIVE_NAMES, type ArchiveName, ARCHIVES, archivesFor } from './archives';
import { PackageNotLoadedError } from './package-not-loaded-error';
import { PythonTrace } from './python-trace';
import { statementTitle } from './statement-title';
import { wireOf } from './wire-of';

/** Where Python comes from; Node and the page each have their own way. */
export interface PythonParts {
  /** Boots Pyodide. */
  boot(options: NonNullable<Parameters<typeof loadPyodide>[0]>): Promise<PyodideInterface>;
  /** Our own modules: the text of each file by its path. */
  readonly sources: Readonly<Record<string, string>>;
  /** Reads an archive of packages: tar, compressed with gzip. */
  readArchive(name: ArchiveName): Promise<Uint8Array>;
}

/** What a program prints, line by line. */
export type ShowLine = (stream: 'log' | 'error', text: string) => void;

/** What one program talks to. */
interface Surroundings {
  readonly session: DriverSession;
  readonly show: ShowLine;
  /** Hears of each statement. @returns its number */
  readonly sent: (statement: SentStatement) => number;
  readonly trace: TraceRecorder;
}

/** Our function in Python: layer_by_layer/run.py. */
type Run = (request: string) => string;

const FOLDER = '/lib/course';
/** Puts our own modules where Python finds them. */
const WRITE_SOURCES = `
import json, pathlib, sys, _layer_by_layer_sources
for name, text in json.loads(_layer_by_layer_sources.json).items():
    file = pathlib.Path('${FOLDER}', name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding='utf-8')
sys.path.insert(0, '${FOLDER}')
`;
const STYLE = { verbosity: 'default', showContext: 'errors' } as const;

function copyAnswer(text: string | null | undefined, fails: boolean): CopyAnswer | undefined {
  if (fails) return { kind: 'failed', why: 'COPY FROM STDIN needs copy_from() or copy_expert(), which bring the rows' };
  return typeof text === 'string' ? { kind: 'rows', text } : undefined;
}

/** The server's answer as our driver in Python reads it: psycopg2/_backend.py. */
function toJson({ replies, transaction }: DriverExchange, sql: string): string {
  return JSON.stringify({
    transaction,
    replies: replies.map((reply) => {
      if (reply.kind !== 'error' && reply.kind !== 'notice') return reply;
      return { ...reply, text: `${reportText(reply.report, sql, STYLE)}\n` };
    }),
  });
}

const TOO_DEEP =
  'The program went so deep that Python itself ended: does it call itself without end? The next one gets a new Python.';

/** What layer_by_layer/run.py says of a program that took all memory. */
const OUT_OF_MEMORY = { kind: 'out-of-memory' };

function isMemoryError(error: unknown): boolean {
  return error instanceof Error && 'type' in error && error.type === 'MemoryError';
}

/** Something went wrong that no program can be blamed for, or that it cannot be told of: this Python is of no use now. */
class PythonBrokenError extends Error {
  override readonly name = 'PythonBrokenError';
}

/** A Python that runs one program after the other. */
export class PythonRuntime {
  readonly #pyodide: PyodideInterface;
  readonly #parts: PythonParts;
  readonly #loaded = new Set<ArchiveName>();
  readonly #preloaded = new Set<string>();
  readonly #imports: Run;
  readonly #preload: (modules: string) => void;
  readonly #run: Run;
  /** The programs, as JSON, for which packages were looked at last: what they import is here. */
  #loadedFor: string | null = null;
  #now: Surroundings | null = null;
  #trace: PythonTrace | null = null;
  #broken: Error | null = null;

  private constructor(pyodide: PyodideInterface, parts: PythonParts) {
    this.#pyodide = pyodide;
    this.#parts = parts;
    pyodide.registerJsModule('_layer_by_layer_sources', { json: JSON.stringify(parts.sources) });
    pyodide.runPython(WRITE_SOURCES);
    pyodide.registerJsModule('_layer_by_layer_driver', {
      exchange: (sql: string, copy: string | null | undefined, copyFails: boolean, record: boolean) =>
        this.#exchange(sql, copyAnswer(copy, copyFails), record),
      began: (lane: string, title: string, detail: string) => this.#trace?.began(lane, title, detail) ?? -1,
      ended: (event: number, detail?: string, error?: string) => this.#trace?.ended(event, detail, error),
      failed: (event: number, error: string) => this.#trace?.failed(event, error),
      aside: (words: string) => {
        if (this.#trace) this.#trace.aside = words;
      },
      told: (event: number, detail: string) => this.#trace?.told(event, detail),
      // The engine and the server have one name for a statement.
      title: statementTitle,
    });
    const module = pyodide.pyimport('layer_by_layer.run') as {
      imports: Run;
      preload: (modules: string) => void;
      run: Run;
      start: (show: ShowLine) => void;
    };
    module.start((stream, text) => {
      this.#now?.show(stream, text);
    });
    this.#imports = module.imports;
    this.#preload = module.preload;
    this.#run = module.run;
  }

  static async boot(parts: PythonParts): Promise<PythonRuntime> {
    // Programs in Python have no business with the JavaScript around them.
    const pyodide = await parts.boot({ jsglobals: {}, env: { HOME: '/home/pyodide', TZ: 'UTC' } });
    return new PythonRuntime(pyodide, parts);
  }

  /**
   * Loads the packages that programs import.
   * @throws PackageNotLoadedError when one cannot be had, which leaves this Python as it was
   */
  async load(codes: readonly string[]): Promise<void> {
    const programs = JSON.stringify(codes);
    // A check runs the same program dozens of times, and reading it takes a good part of a run.
    if (programs === this.#loadedFor) return;
    const modules = JSON.parse(this.#imports(programs)) as string[];
    for (const name of archivesFor(modules)) {
      if (this.#loaded.has(name)) continue;
      const bytes = await this.#readArchive(name);
      this.#pyodide.unpackArchive(bytes, 'gztar', { extractDir: FOLDER });
      this.#loaded.add(name);
    }
    const packages = ARCHIVE_NAMES.flatMap((name) => ARCHIVES[name]);
    const fresh = modules.filter((module) => packages.includes(module) && !this.#preloaded.has(module));
    if (fresh.length > 0) this.#preload(JSON.stringify(fresh));
    for (const module of fresh) this.#preloaded.add(module);
    this.#loadedFor = programs;
  }

  /**
   * Runs a program, which {@link load} has seen.
   * @param request for layer_by_layer/run.py
   * @returns what layer_by_layer/run.py says of it
   * @throws PythonBrokenError when neither this Python nor its PostgreSQL can be used any more
   */
  run(request: Readonly<Record<string, unknown>>, surroundings: Surroundings): unknown {
    this.#now = surroundings;
    this.#trace = new PythonTrace(surroundings.trace);
    try {
      const said = this.#run(JSON.stringify({ ...request, listens: this.#loaded.has('sqlalchemy') }));
      if (this.#broken !== null) throw this.#broken;
      return JSON.parse(said) as unknown;
    } catch (error) {
      // There was not even enough for Python to say so itself.
      if (isMemoryError(error)) return OUT_OF_MEMORY;
      const message = error instanceof Error ? error.message : String(error);
      throw new PythonBrokenError(message.includes('call stack') ? TOO_DEEP : message, { cause: error });
    } finally {
      this.#now = null;
      this.#trace = null;
    }
  }

  async #readArchive(name: ArchiveName): Promise<Uint8Array> {
    try {
      return await this.#parts.readArchive(name);
    } catch (error) {
      throw new PackageNotLoadedError(error);
    }
  }

  #exchange(sql: string, copy: CopyAnswer | undefined, record: boolean): string {
    if (!this.#now) throw new Error('No program runs.');
    const { session, sent, trace } = this.#now;
    try {
      const started = performance.now();
      const event = record
        ? trace.open('server', statementTitle('Runs', sql) + (this.#trace?.aside ?? ''), {
            kind: 'text',
            text: 'The server has no answer to it.',
          })
        : null;
      const exchange = session.exchange(sql, copy);
      const ms = performance.now() - started;
      event?.end();
      if (record) {
        // Before anything else is asked: the bytes are there until then.
        const wires = event && { sent: wireOf(exchange.sent), received: wireOf(exchange.received) };
        for (const [i, result] of session.resultsOf(exchange).entries()) {
          const index = sent({ sql, parameters: [], result, ms });
          const error = result.kind === 'error' ? result.error.message : null;
          if (i > 0)
            trace.note('server', 'Runs another statement of the same text', { kind: 'statement', index }, error);
          else if (event && wires) {
            event.tell({ kind: 'exchange', index, ...wires });
            if (error !== null) event.fail(error);
          }
        }
      }
      return toJson(exchange, sql);
    } catch (error) {
      this.#broken = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  }
}
