import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Fault } from '../core/fault';
import type { ClaimedText } from './claimed-text';
import { datasetNames } from './dataset-names';
import { playgroundElement, type PlaygroundProps, readPlayground } from './read-playground';
import { type PsqlProps, readPsql } from './read-psql';
import { readQuiz } from './read-quiz';
import { tabsFaults } from './read-tabs';

/** A runnable snippet of a lesson. */
export interface Snippet extends PlaygroundProps {
  /** From 1, in the lesson's file. */
  readonly line: number;
  /** The output that the page shows before the first Run, and where its text stands in the file; `null` without one. */
  readonly claimed: ClaimedText | null;
}

/** A session with psql in a lesson. */
export interface Console extends PsqlProps {
  /** From 1, in the lesson's file. */
  readonly line: number;
  /** The session as it was recorded; `null` when the reader begins with nothing. */
  readonly claimed: ClaimedText | null;
}

/** A quiz of a lesson, and what is wrong with it. */
export interface LessonQuiz {
  readonly id: string;
  readonly line: number;
  readonly questions: number;
  readonly faults: readonly Fault[];
}

export interface Lesson {
  /** Relative to the project's folder. */
  readonly file: string;
  readonly source: string;
  readonly snippets: readonly Snippet[];
  readonly consoles: readonly Console[];
  readonly exercises: readonly { readonly id: string; readonly line: number }[];
  readonly quizzes: readonly LessonQuiz[];
}

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx);

/** Reads every lesson's snippets, sessions with psql, exercises and quizzes. */
export function readLessons(root: string): { readonly lessons: readonly Lesson[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  /** Where each quiz stands, by id. */
  const taken = new Map<string, string>();
  const docs = path.join(root, 'docs');
  const datasets = datasetNames(root);
  const names = existsSync(docs) ? readdirSync(docs, { recursive: true, encoding: 'utf8' }) : [];
  const lessons = names
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name): Lesson => {
      const file = path.join('docs', name);
      const source = readFileSync(path.join(docs, name), 'utf8');
      const snippets: Snippet[] = [];
      const consoles: Console[] = [];
      const exercises: { id: string; line: number }[] = [];
      const quizzes: LessonQuiz[] = [];
      let tree: Root;
      try {
        tree = parser.parse(source);
      } catch (error) {
        faults.push({
          file,
          line: 1,
          message: `not readable as MDX: ${error instanceof Error ? error.message : String(error)}`,
        });
        return { file, source, snippets, consoles, exercises, quizzes };
      }
      visit(tree, 'mdxJsxFlowElement', (node) => {
        const line = node.position?.start.line ?? 1;
        if (node.name === 'Exercise') {
          const id = node.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === 'id')?.value;
          if (typeof id === 'string') exercises.push({ id, line });
          else
            faults.push({ file, line, message: '<Exercise> needs an id, such as <Exercise id="joins-club-names" />.' });
        }
        if (node.name === 'Tabs') faults.push(...tabsFaults(node).map((fault) => ({ file, ...fault })));
        if (node.name === 'Quiz') {
          const read = readQuiz(node);
          const found = read.faults.map((fault): Fault => ({ file, ...fault }));
          const { id } = read.quiz;
          const other = taken.get(id);
          if (other === undefined) taken.set(id, `${file}:${String(line)}`);
          else if (id !== '')
            found.push({
              file,
              line,
              message: `the id "${id}" is taken by the quiz in ${other}. Rename one of the two.`,
            });
          quizzes.push({ id, line, questions: read.quiz.questions.length, faults: found });
        }
        if (node.name === 'Psql') {
          const read = readPsql(node, datasets);
          if (typeof read === 'string') faults.push({ file, line, message: read });
          else consoles.push({ ...read.props, line, claimed: read.claimed });
        }
        const element = playgroundElement(node);
        if (element === null) return;
        const read = readPlayground(node, element);
        if (typeof read === 'string') faults.push({ file, line, message: read });
        else snippets.push({ ...read.props, line, claimed: read.claimed });
      });
      return { file, source, snippets, consoles, exercises, quizzes };
    });
  return { lessons, faults };
}
