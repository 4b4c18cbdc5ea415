import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import type { MdxJsxAttribute, MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { quizElements } from './quiz-elements';
import { readCourse } from './read-course';
import { playgroundElement, readPlayground } from './read-playground';
import { readPsql } from './read-psql';
import { readQuiz } from './read-quiz';

function attributes(values: Readonly<Record<string, string | null>>): MdxJsxAttribute[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === null ? [] : [{ type: 'mdxJsxAttribute' as const, name, value }],
  );
}

function markdown(text: string): RootContent[] {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  // Places in another file would mislead whoever reads a message about this one.
  visit(tree, (node) => {
    delete node.position;
  });
  return tree.children;
}

function element(name: string, children: RootContent[]): MdxJsxFlowElement {
  return { type: 'mdxJsxFlowElement', name, attributes: [], children: children as MdxJsxFlowElement['children'] };
}

/**
 * The remark plugin that puts what stands on disk into a lesson: an `<Exercise id>` gets its task, hints and starter,
 * a `<Playground>` or `<LayerTrace>` its code as text, a `<Psql>` its recorded session, and a `<Quiz>` its questions, so that all are in
 * the page before any script runs.
 */
export function remarkCourse({ root }: { readonly root: string }) {
  const { exercises, datasets } = readCourse(root);
  const datasetNames = [...datasets.keys()];
  return (tree: Root, file: VFile): void => {
    const lesson = path.relative(root, file.path).replaceAll(path.sep, '/');
    // A draft belongs to this code in this lesson: when the author changes the code, readers start from the new one.
    const idOf = (...parts: readonly string[]): string =>
      `${lesson}#${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 8)}`;
    visit(tree, 'mdxJsxFlowElement', (node) => {
      const snippet = playgroundElement(node);
      if (snippet !== null) {
        const read = readPlayground(node, snippet);
        if (typeof read === 'string') file.fail(read, node.position);
        const { language, code, dataset } = read.props;
        node.attributes = attributes({
          id: idOf(language, dataset, code),
          language,
          code,
          dataset,
          result: read.claimed?.text ?? null,
        });
        node.children = [];
      }
      if (node.name === 'Psql') {
        const read = readPsql(node, datasetNames);
        if (typeof read === 'string') file.fail(read, node.position);
        const { dataset, user, setup, script } = read.props;
        const id = idOf('psql', dataset, user, setup, script);
        node.attributes = attributes({ id, ...read.props, transcript: read.claimed?.text ?? '' });
        node.children = [];
      }
      if (node.name === 'Quiz') {
        const { quiz, faults } = readQuiz(node);
        const [fault] = faults;
        if (fault) file.fail(fault.message, { line: fault.line, column: 1 });
        node.attributes = attributes({ id: quiz.id, title: quiz.title });
        node.children = quizElements(quiz);
        return 'skip';
      }
      if (node.name === 'Exercise') {
        const given = node.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === 'id')?.value;
        const source = exercises.find(({ exercise }) => exercise.id === given);
        if (!source) {
          file.fail(
            `There is no exercise "${typeof given === 'string' ? given : ''}", or it has faults: \`npm run verify\` names them.`,
            node.position,
          );
        }
        const { exercise, task } = source;
        const { title, language } = exercise.meta;
        node.attributes = attributes({ id: exercise.id, title, language, starter: exercise.starter });
        node.children = [
          element('ExerciseTask', markdown(task.body)),
          ...task.hints.map((hint) => element('ExerciseHint', markdown(hint))),
        ];
        return 'skip';
      }
      return undefined;
    });
  };
}
