import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Fault } from '../../core/fault';
import { runOutputText } from '../../core/run-output-text';
import { runProblemText } from '../../core/run-problem-text';
import { type EngineChoice, NOT_TRUSTED, type RunReport } from '../../core/run-report';
import { steadyText } from '../../core/steady-text';
import type { Console, Lesson, Snippet } from '../../plugin/read-lessons';
import type { NodeChecker } from '../node-checker';

/** The name under which a lesson announces an error: the SQLSTATE, or the kind of error. */
function failure({ outcome }: RunReport): string | null {
  if (outcome.kind === 'completed') return null;
  if (outcome.kind !== 'failed') return outcome.kind;
  return outcome.error.kind === 'sql' ? outcome.error.error.sqlstate : outcome.error.kind;
}

/** Without spaces at the ends of lines, which editors and formatters take away. */
function withoutTrailingSpace(text: string): string {
  return text.replaceAll(/[ \t]+$/gm, '');
}

function objection(report: RunReport, { element, fails, claimed }: Snippet): string | null {
  const failed = failure(report);
  if (failed !== fails) {
    if (failed === null) return `the snippet is announced to fail with "${fails ?? ''}" but runs`;
    const announce = `If that is meant, announce it: <${element} fails="${failed}">.`;
    return `the snippet fails: ${runProblemText(report).replaceAll('\n', ' ')}. ${announce}`;
  }
  if (claimed && withoutTrailingSpace(claimed.text) !== withoutTrailingSpace(runOutputText(report))) {
    return 'the result block is not what the snippet gives. `npm run verify -- --write` writes what it gives.';
  }
  return null;
}

/** A text that takes the place of another in a lesson's file. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Found {
  readonly faults: readonly Fault[];
  readonly replacement: Replacement | null;
}

/** How content is verified. */
export interface LessonOptions {
  /** The project's folder. */
  readonly root: string;
  readonly modules: Readonly<Record<string, string>>;
  /** Puts the true output into result blocks that differ, instead of objecting. */
  readonly write: boolean;
}

function resultBlock(text: string, { start, end }: { readonly start: number; readonly end: number }): Replacement {
  return { start, end, text: `\`\`\`result\n${withoutTrailingSpace(text)}\n\`\`\`` };
}

function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function verifySnippet(
  snippet: Snippet,
  file: string,
  checker: NodeChecker,
  engines: readonly EngineChoice[],
  { modules, write }: LessonOptions,
): Promise<Found> {
  const faults: Fault[] = [];
  const { language, code, dataset, claimed, line } = snippet;
  const files = language === 'typescript' ? modules : {};
  let replacement: Replacement | null = null;
  for (const engine of engines) {
    let report: RunReport;
    try {
      report = await checker.run({ language, code, files }, dataset, engine);
    } catch (error) {
      faults.push({ file, line, message: errorMessage(error) });
      break;
    }
    const { outcome } = report;
    // Then PostgreSQL alone will serve it.
    if (engine === 'pg-mem' && outcome.kind === 'engine-failed' && outcome.message === NOT_TRUSTED) continue;
    if (write && claimed && engine === 'postgres') replacement = resultBlock(runOutputText(report), claimed);
    const message = objection(report, write ? { ...snippet, claimed: null } : snippet);
    if (message !== null) faults.push({ file, line, message: `${message} (on ${engine})` });
  }
  return { faults, replacement };
}

/** Types a recorded session again, and compares it line by line. */
async function verifyConsole(
  { line, dataset, user, setup, script, claimed }: Console,
  file: string,
  checker: NodeChecker,
  { write }: LessonOptions,
): Promise<Found> {
  let report: RunReport;
  try {
    report = await checker.run(
      { language: 'psql', code: script, files: {}, psql: { user, setup } },
      dataset,
      'postgres',
    );
  } catch (error) {
    return { faults: [{ file, line, message: errorMessage(error) }], replacement: null };
  }
  const faulty = (message: string): Found => ({ faults: [{ file, line, message }], replacement: null });
  if (report.outcome.kind !== 'completed') {
    const why = report.outcome.kind === 'engine-failed' ? report.outcome.message : runProblemText(report);
    return faulty(`the session does not come to its end: ${why.replaceAll('\n', ' ')}`);
  }
  if (report.outputCut) return faulty('the session prints more than is kept. Let it print less.');
  // Only a session that was recorded claims anything.
  if (!claimed) return { faults: [], replacement: null };
  const shown = runOutputText(report);
  const steady = (text: string): readonly string[] => steadyText(withoutTrailingSpace(text)).split('\n');
  const [expected, received] = [steady(shown), steady(claimed.text)];
  const at = expected.findIndex((text, i) => text !== received[i]);
  const first = at < 0 ? expected.length : at;
  if (at < 0 && received.length === expected.length) return { faults: [], replacement: null };
  if (write) return { faults: [], replacement: resultBlock(shown, claimed) };
  const named = (text: string | undefined): string => (text === undefined ? 'nothing more' : `“${text}”`);
  return faulty(
    `the result block is not what psql shows: its line ${String(first + 1)} is ${named(received[first])}, but psql shows ${named(expected[first])}. \`npm run verify -- --write\` writes what psql shows.`,
  );
}

/** Runs each snippet and each session of a lesson, and compares it with what the page claims. */
export async function verifyLesson(
  lesson: Lesson,
  checker: NodeChecker,
  engines: readonly EngineChoice[],
  options: LessonOptions,
): Promise<Fault[]> {
  const found: Found[] = [];
  for (const snippet of lesson.snippets) {
    found.push(await verifySnippet(snippet, lesson.file, checker, engines, options));
  }
  for (const console of lesson.consoles) found.push(await verifyConsole(console, lesson.file, checker, options));
  // From the end, so that the places of the earlier ones stay true while text is replaced.
  const source = found
    .flatMap(({ replacement }) => replacement ?? [])
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: block }) => text.slice(0, start) + block + text.slice(end), lesson.source);
  if (source !== lesson.source) writeFileSync(path.join(options.root, lesson.file), source);
  return found.flatMap(({ faults }) => faults).sort((a, b) => a.line - b.line);
}
