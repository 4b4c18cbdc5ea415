import type { List, ListItem, PhrasingContent, RootContent, Table, TableCell } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import * as v from 'valibot';
import { ExerciseIdSchema } from '../core/exercise';
import { textHash } from '../core/progress';
import { plainText } from './plain-text';

/** Something that can be chosen, or has to be put in its place. */
export interface QuizItem {
  readonly label: readonly PhrasingContent[];
  /** The label without marks. */
  readonly text: string;
  /** What is said of it once it was answered; empty where the author has nothing to say. */
  readonly why: readonly RootContent[];
}

/** A line of a matching question. */
export interface QuizPair {
  /** `null` for a right side that goes with nothing. */
  readonly left: QuizItem | null;
  readonly right: string;
  readonly why: readonly PhrasingContent[];
}

type QuizAnswers =
  | { readonly kind: 'one' | 'several'; readonly choices: readonly (QuizItem & { readonly right: boolean })[] }
  /** In the right order. */
  | { readonly kind: 'order'; readonly steps: readonly QuizItem[] }
  | { readonly kind: 'match'; readonly columns: readonly [string, string]; readonly pairs: readonly QuizPair[] };

interface QuizQuestion {
  /** A fingerprint of what is asked: whoever has answered it is asked again once it asks something else. */
  readonly key: string;
  readonly before: readonly RootContent[];
  /** The last paragraph before the answers: it names the group of answers. */
  readonly legend: readonly PhrasingContent[];
  readonly after: readonly RootContent[];
  readonly answers: QuizAnswers;
}

/** What an author wrote between `<Quiz>` and `</Quiz>`. */
export interface QuizSource {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly QuizQuestion[];
}

interface QuizFault {
  /** From 1, in the lesson's file. */
  readonly line: number;
  readonly message: string;
}

const ATTRIBUTES = ['id', 'title'] as const;
/** A closed menu on a phone shows about so many characters. */
const LONGEST_RIGHT_SIDE = 60;
const ANSWERS =
  'a list with boxes ("- [ ]" wrong, "- [x]" right), a numbered list in the right order, or a table of pairs';

/** Long texts are cut: a message only has to tell which one is meant. */
function quoted(text: string): string {
  return `"${text.length > 50 ? `${text.slice(0, 49)}…` : text}"`;
}

class QuizReader {
  readonly faults: QuizFault[] = [];
  readonly #node: MdxJsxFlowElement;

  constructor(node: MdxJsxFlowElement) {
    this.#node = node;
  }

  fault(node: { readonly position?: MdxJsxFlowElement['position'] }, message: string): void {
    this.faults.push({ line: (node.position ?? this.#node.position)?.start.line ?? 1, message });
  }

  attributes(): Record<(typeof ATTRIBUTES)[number], string> {
    const given: Record<(typeof ATTRIBUTES)[number], string> = { id: '', title: '' };
    for (const attribute of this.#node.attributes) {
      const known = ATTRIBUTES.find((name) => attribute.type === 'mdxJsxAttribute' && attribute.name === name);
      if (known === undefined) {
        const name = attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}';
        this.fault(this.#node, `<Quiz> has no attribute "${name}". It has ${ATTRIBUTES.join(' and ')}.`);
      } else if (typeof attribute.value !== 'string') {
        this.fault(this.#node, `the attribute "${known}" of <Quiz> must be a plain string.`);
      } else given[known] = attribute.value.trim();
    }
    for (const name of ATTRIBUTES) {
      if (given[name] === '') {
        this.fault(this.#node, `<Quiz> needs an id and a title: <Quiz id="kept-rows" title="Which rows are kept?">.`);
        break;
      }
    }
    const id = v.safeParse(ExerciseIdSchema, given.id);
    if (given.id !== '' && !id.success) this.fault(this.#node, `the id ${quoted(given.id)} ${id.issues[0].message}.`);
    return given;
  }

  questions(): QuizQuestion[] {
    const questions: QuizQuestion[] = [];
    let text: RootContent[] = [];
    for (const child of this.#node.children) {
      switch (child.type) {
        case 'paragraph':
        case 'code':
          text.push(child);
          break;
        case 'list':
        case 'table': {
          const question = this.#question(text, child);
          text = [];
          if (!question) break;
          if (questions.some(({ key }) => key === question.key)) {
            this.fault(
              child,
              `the question ${quoted(plainText(question.legend))} is asked twice. Word one of them anew.`,
            );
          }
          questions.push(question);
          break;
        }
        case 'blockquote':
          this.fault(
            child,
            'this explanation belongs to no choice. Indent it, so that its ">" stands under the first letter of the choice.',
          );
          break;
        case 'mdxFlowExpression':
          // A comment.
          if (/^\s*\/\*.*\*\/\s*$/s.test(child.value)) break;
          this.fault(child, 'a quiz cannot compute anything: write the text out.');
          break;
        default:
          this.fault(child, `a question is made of paragraphs and code blocks, then ${ANSWERS}; nothing else.`);
      }
    }
    const [rest] = text;
    if (rest) this.fault(rest, `the question ${quoted(plainText([rest]))} has no answers. Under it comes ${ANSWERS}.`);
    else if (this.#node.children.length === 0) {
      this.fault(this.#node, `<Quiz> holds no question. Write what is asked and, under it, ${ANSWERS}.`);
    }
    return questions;
  }

  #question(text: readonly RootContent[], answers: List | Table): QuizQuestion | null {
    const at = text.findLastIndex(({ type }) => type === 'paragraph');
    const legend = text[at];
    if (legend?.type !== 'paragraph') {
      this.fault(answers, 'these answers have no question. Write a paragraph that asks above them.');
      return null;
    }
    const read =
      answers.type === 'table' ? this.#match(answers) : answers.ordered ? this.#order(answers) : this.#choices(answers);
    return {
      key: textHash(plainText(text)),
      before: text.slice(0, at),
      legend: legend.children,
      after: text.slice(at + 1),
      answers: read,
    };
  }

  #item(item: ListItem, what: string): QuizItem {
    const [first, second, ...more] = item.children;
    if (first?.type !== 'paragraph' || (second && second.type !== 'blockquote') || more.length > 0) {
      this.fault(
        item,
        `a ${what} is one paragraph and, indented under it, one explanation: lines that begin with ">".`,
      );
    }
    const label = first?.type === 'paragraph' ? first.children : [];
    return { label, text: plainText(label), why: second?.type === 'blockquote' ? second.children : [] };
  }

  #enough(node: List | Table, texts: readonly string[], what: string): void {
    if (texts.length < 2)
      this.fault(node, `a question has at least two ${what}s, this one has ${String(texts.length)}.`);
    const twice = texts.find((text, i) => text !== '' && texts.indexOf(text) < i);
    if (twice !== undefined) this.fault(node, `the ${what} ${quoted(twice)} is there twice. Change one of the two.`);
  }

  #choices(list: List): QuizAnswers {
    const choices = list.children.map((item) => {
      if (item.checked === null || item.checked === undefined) {
        this.fault(item, 'every choice has a box: "- [ ]" when it is wrong, "- [x]" when it is right.');
      }
      const choice = { ...this.#item(item, 'choice'), right: item.checked ?? false };
      if (item.checked === false && choice.why.length === 0) {
        this.fault(
          item,
          `the wrong choice ${quoted(choice.text)} is not explained. Add under it: "  > Why it is wrong."`,
        );
      }
      return choice;
    });
    this.#enough(
      list,
      choices.map(({ text }) => text),
      'choice',
    );
    const right = choices.filter((choice) => choice.right).length;
    if (right === 0) this.fault(list, 'no choice is right. Tick one, or all that are right: "- [x]".');
    if (right === choices.length)
      this.fault(list, 'every choice is right, so there is nothing to choose. Add a wrong one.');
    return { kind: right === 1 ? 'one' : 'several', choices };
  }

  #order(list: List): QuizAnswers {
    const steps = list.children.map((item) => {
      const step = this.#item(item, 'step');
      if (typeof item.checked === 'boolean') {
        this.fault(item, 'a numbered list is put in order and has no boxes. Write "-" for a list to choose from.');
      }
      if (step.why.length === 0) {
        this.fault(item, `the step ${quoted(step.text)} is not explained. Add under it: "   > Why it stands here."`);
      }
      return step;
    });
    this.#enough(
      list,
      steps.map(({ text }) => text),
      'step',
    );
    return { kind: 'order', steps };
  }

  #match(table: Table): QuizAnswers {
    const [head, ...rows] = table.children;
    const columns = head?.children.map(({ children }) => plainText(children)) ?? [];
    if (columns.length !== 3 || columns.includes('')) {
      this.fault(table, 'a table of pairs has three named columns: left side, right side, explanation.');
    }
    const pairs = rows.map((row): QuizPair => {
      const [left, right, why] = row.children;
      const text = plainText(left?.children ?? []);
      const rightText = this.#rightSide(right);
      if (rightText === '') this.fault(row, `the line of ${quoted(text)} has no right side.`);
      if (!why || plainText(why.children) === '') {
        const what = text === '' ? `why ${quoted(rightText)} goes with nothing` : 'why the two belong together';
        this.fault(row, `the line of ${quoted(text || rightText)} is not explained. Say in its third column ${what}.`);
      }
      return {
        left: left && text !== '' ? { label: left.children, text, why: [] } : null,
        right: rightText,
        why: why?.children ?? [],
      };
    });
    this.#enough(
      table,
      pairs.flatMap(({ left }) => (left ? [left.text] : [])),
      'left side',
    );
    this.#enough(
      table,
      pairs.map(({ right }) => right),
      'right side',
    );
    return { kind: 'match', columns: [columns[0] ?? '', columns[1] ?? ''], pairs };
  }

  #rightSide(cell: TableCell | undefined): string {
    const text = plainText(cell?.children ?? []);
    if (cell?.children.some(({ type }) => type !== 'text' && type !== 'inlineCode')) {
      this.fault(cell, `the right side ${quoted(text)} is shown in a menu, which takes plain text and \`code\` only.`);
    }
    if (cell && text.length > LONGEST_RIGHT_SIDE) {
      this.fault(
        cell,
        `the right side ${quoted(text)} has ${String(text.length)} characters; a menu on a phone has room for ${String(LONGEST_RIGHT_SIDE)}. Shorten it, and say the rest in the explanation.`,
      );
    }
    return text;
  }
}

/**
 * Reads a `<Quiz>`: questions in Markdown, each followed by its answers.
 * @returns what it says, which is only to be used when there are no faults
 */
export function readQuiz(node: MdxJsxFlowElement): {
  readonly quiz: QuizSource;
  readonly faults: readonly QuizFault[];
} {
  const reader = new QuizReader(node);
  const quiz = { ...reader.attributes(), questions: reader.questions() };
  return { quiz, faults: reader.faults };
}
