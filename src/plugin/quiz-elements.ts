import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { QuizItem, QuizPair, QuizSource } from './read-quiz';

type Children = MdxJsxFlowElement['children'];

function element(name: string, attributes: Readonly<Record<string, string>>, children: readonly Nodes[]) {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
    children: children as Children,
  } satisfies MdxJsxFlowElement;
}

function slot(name: string, children: readonly Nodes[]): MdxJsxFlowElement[] {
  return children.length === 0 ? [] : [element('QuizSlot', { name }, children)];
}

function item({ label, text, why }: QuizItem, right: boolean): MdxJsxFlowElement {
  const attributes = { text, right: right ? 'yes' : 'no' };
  return element('QuizItem', attributes, [...slot('label', label), ...slot('why', why)]);
}

function pair({ left, right, why }: QuizPair): MdxJsxFlowElement {
  const attributes = { text: left?.text ?? '', right };
  return element('QuizPair', attributes, [...slot('label', left?.label ?? []), ...slot('why', why)]);
}

function answers(question: QuizSource['questions'][number]): MdxJsxFlowElement[] {
  switch (question.answers.kind) {
    case 'one':
    case 'several':
      return question.answers.choices.map((choice) => item(choice, choice.right));
    case 'order':
      return question.answers.steps.map((step) => item(step, true));
    case 'match':
      return question.answers.pairs.map(pair);
  }
}

/** A quiz's questions as the elements that the component `Quiz` takes as its children. */
export function quizElements({ questions }: QuizSource): Children {
  return questions.map((question) => {
    const { kind } = question.answers;
    const [left, right] = kind === 'match' ? question.answers.columns : ['', ''];
    return element('QuizQuestion', { id: question.key, kind, left, right }, [
      ...slot('before', question.before),
      ...slot('legend', question.legend),
      ...slot('after', question.after),
      ...answers(question),
    ]);
  });
}
