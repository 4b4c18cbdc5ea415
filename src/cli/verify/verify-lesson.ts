import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Fault } from '../../core/fault';
import { runOutputText } from '../../core/run-output-text';
import { runProblemText } from '../../core/run-problem-text';
import { type EngineChoice, NOT_TRUSTED, type RunReport } from '../../core/run-report';
import type { Lesson, Snippet } from '../../plugin/read-lessons';
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

function objection(report: RunReport, { fails, claimed }: Snippet): string | null {
  const failed = failure(report);
  if (failed !== fails) {
    if (failed === null) return `the snippet is announced to fail with "${fails ?? ''}" but runs`;
    const announce = `If that is meant, announce it: <Playground fails="${failed}">.`;
    return `the snippet fails: ${runProblemText(report).replaceAll('\n', ' ')}. ${announce}`;
  }
  if (claimed && withoutTrailingSpace(claimed.text) !== withoutTrailingSpace(runOutputText(report))) {
    return 'the result block is not what the snippet gives. `npm run verify -- --write` writes what it gives.';
  }
  return null;
}

/**
 * Runs each snippet of a lesson and compares it with what the page claims.
 * @param write puts the true output into result blocks that differ, instead of objecting
 */
export async function verifyLesson(
  lesson: Lesson,
  checker: NodeChecker,
  engines: readonly EngineChoice[],
  {
    root,
    modules,
    write,
  }: { readonly root: string; readonly modules: Readonly<Record<string, string>>; readonly write: boolean },
): Promise<Fault[]> {
  const faults: Fault[] = [];
  let source = lesson.source;
  // From the end, so that the places of the earlier ones stay true while text is replaced.
  for (const snippet of [...lesson.snippets].reverse()) {
    for (const engine of engines) {
      const files = snippet.language === 'typescript' ? modules : {};
      let report: RunReport;
      try {
        report = await checker.run({ language: snippet.language, code: snippet.code, files }, snippet.dataset, engine);
      } catch (error) {
        faults.push({
          file: lesson.file,
          line: snippet.line,
          message: error instanceof Error ? error.message : String(error),
        });
        break;
      }
      const { outcome } = report;
      // Then PostgreSQL alone will serve it.
      if (engine === 'pg-mem' && outcome.kind === 'engine-failed' && outcome.message === NOT_TRUSTED) continue;
      const { claimed } = snippet;
      if (write && claimed && engine === 'postgres') {
        const block = `\`\`\`result\n${withoutTrailingSpace(runOutputText(report))}\n\`\`\``;
        source = source.slice(0, claimed.start) + block + source.slice(claimed.end);
      }
      const message = objection(report, write ? { ...snippet, claimed: null } : snippet);
      if (message !== null)
        faults.push({ file: lesson.file, line: snippet.line, message: `${message} (on ${engine})` });
    }
  }
  if (write && source !== lesson.source) writeFileSync(path.join(root, lesson.file), source);
  return faults.reverse();
}
