import path from 'node:path';
import type { Paragraph, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { gfm } from 'micromark-extension-gfm';
import { SKIP, visit } from 'unist-util-visit';
import { type ExerciseSource, readCourse } from '../../src/plugin/read-course';

const FENCES = { sql: 'sql', psql: 'sql', typescript: 'ts', python: 'python' } as const;

/** What is nothing but a frame around what stands in it. */
const FRAMES: ReadonlySet<string | null> = new Set(['Playground', 'LayerTrace', 'Quiz', 'Tabs', 'TabItem']);

function title(text: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: text }] }] };
}

function plainExercise(id: unknown, exercises: readonly ExerciseSource[]): RootContent[] {
  const source = exercises.find(({ exercise }) => exercise.id === id);
  if (!source) throw new Error(`There is no exercise "${String(id)}".`);
  const { exercise, task } = source;
  const { children } = fromMarkdown(task.body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return [
    title(exercise.meta.title),
    ...children,
    { type: 'code', lang: FENCES[exercise.meta.language], value: exercise.starter },
  ];
}

/**
 * The remark plugin that makes a lesson a plain page with the same text: of our components only what stands in them is
 * left, of a `<Psql>` the recorded session, and of an `<Exercise>` its title, task and starter.
 */
export function remarkPlain({ root }: { readonly root: string }) {
  const { exercises } = readCourse(path.resolve(root));
  return (tree: Root): void => {
    visit(tree, 'mdxJsxFlowElement', (node: MdxJsxFlowElement, index, parent) => {
      if (!parent || index === undefined) return undefined;
      let plain: RootContent[] | undefined;
      if (FRAMES.has(node.name)) plain = node.children;
      if (node.name === 'Psql') {
        plain = node.children.filter((child) => child.type === 'code' && child.lang === 'result');
      }
      if (node.name === 'Exercise') {
        plain = plainExercise(
          node.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === 'id')?.value,
          exercises,
        );
      }
      if (!plain) return undefined;
      (parent.children as RootContent[]).splice(index, 1, ...plain);
      // What has taken its place is looked at in its turn.
      return [SKIP, index];
    });
  };
}
