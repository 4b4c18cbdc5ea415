import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';
import type { Question } from './question';
import {
  QuizItem,
  type QuizItemProps,
  QuizPair,
  type QuizPairProps,
  QuizQuestion,
  type QuizQuestionProps,
  QuizSlot,
  type QuizSlotProps,
} from './quiz-parts';

function elements<Props>(children: ReactNode, type: (props: Props) => ReactNode): ReactElement<Props>[] {
  return Children.toArray(children).filter(
    (child): child is ReactElement<Props> => isValidElement(child) && child.type === type,
  );
}

function slot(children: ReactNode, name: QuizSlotProps['name']): ReactNode {
  return elements(children, QuizSlot).find(({ props }) => props.name === name)?.props.children ?? null;
}

function readItem({ props }: ReactElement<QuizItemProps> | ReactElement<QuizPairProps>) {
  const { text, children } = props;
  return { text, label: slot(children, 'label'), why: slot(children, 'why') };
}

function readQuestion({ id, kind, left, right, children }: QuizQuestionProps): Question {
  const asked = {
    key: id,
    text: { before: slot(children, 'before'), legend: slot(children, 'legend'), after: slot(children, 'after') },
  };
  const items = elements(children, QuizItem);
  switch (kind) {
    case 'one':
    case 'several': {
      const choices = items.map((item) => ({ ...readItem(item), right: item.props.right === 'yes' }));
      return { ...asked, kind, choices };
    }
    case 'order':
      return { ...asked, kind, steps: items.map(readItem) };
    case 'match': {
      const pairs = elements(children, QuizPair).map((pair) => ({ ...readItem(pair), right: pair.props.right }));
      return {
        ...asked,
        kind,
        columns: [left, right],
        pairs: pairs.filter(({ text }) => text !== ''),
        extras: pairs.filter(({ text }) => text === ''),
      };
    }
  }
}

/** The questions of a quiz, from the elements that the lesson gives it. */
export function readQuestions(children: ReactNode): Question[] {
  return elements(children, QuizQuestion).map(({ props }) => readQuestion(props));
}
