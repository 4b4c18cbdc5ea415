import { Input } from './input';
import type { VariableLookup } from './variable-lookup';
import { takeVariableReference } from './variable-reference';

/** What psql waits for, as its prompt shows. */
export type PromptState =
  'ready' | 'continue' | 'single-quote' | 'double-quote' | 'dollar-quote' | 'comment' | 'parenthesis';

/** Why the scanner stopped. */
export type ScanStop =
  | { readonly kind: 'semicolon' }
  /** A meta-command begins: the input stands behind its backslash. */
  | { readonly kind: 'backslash' }
  | { readonly kind: 'end-of-line'; readonly state: PromptState };

/** The text between quotes, with what ends it and what is skipped there. */
interface Quote {
  readonly kind: 'quote';
  readonly state: 'single-quote' | 'double-quote' | 'dollar-quote';
  readonly end: string;
  /** Whether a backslash takes the next character with it. */
  readonly escapes: boolean;
}

type Inside = Quote | { readonly kind: 'comment'; depth: number };

const SPACE = /^(?:[ \t\n\r\f\v]+|--[^\n\r]*)/;
const IDENTIFIER = /^[A-Za-z_\u0080-\u{10ffff}][A-Za-z0-9_$\u0080-\u{10ffff}]*/u;
const NUMBER = /^\d[A-Za-z0-9_.$]*/;
const DOLLAR_QUOTE = /^\$(?:[A-Za-z_\u0080-\u{10ffff}][A-Za-z0-9_\u0080-\u{10ffff}]*)?\$/u;
const PARAMETER = /^\$\d+/;
const STRING_START = /^(?:[EeBbXxNn]|[Uu]&)?'/;
const QUOTED_NAME_START = /^(?:[Uu]&)?"/;
/** The first words of statements that may hold others: CREATE [OR REPLACE] FUNCTION or PROCEDURE. */
const ROUTINE = /^create (?:or replace )?(?:function|procedure)\b/;
/** How many words of a statement's beginning are kept to know it by. */
const KNOWN_BY = 4;

/**
 * psql's lexer for SQL. It finds where statements end, puts variables in, and leaves the rest to the server.
 * Rules: psql's documentation, and experiments with psql 18.
 */
export class SqlScanner {
  #input = new Input('');
  #inside: Inside | null = null;
  #parentheses = 0;
  #firstWords: string[] = [];
  /** How deep in BEGIN … END of a routine's body that is written in SQL. */
  #bodyDepth = 0;
  readonly #variables: VariableLookup;
  readonly #standardStrings: () => boolean;

  /** @param standardStrings whether the server takes backslashes in plain strings as they are */
  constructor(variables: VariableLookup, standardStrings: () => boolean) {
    this.#variables = variables;
    this.#standardStrings = standardStrings;
  }

  /** What has not been read of the line; the scanner for meta-commands reads on from it. */
  get input(): Input {
    return this.#input;
  }

  get isInQuote(): boolean {
    return this.#inside !== null;
  }

  /** Starts with a new line; what is open stays open. */
  read(line: string): void {
    this.#input = new Input(line);
  }

  /** Forgets what is open. */
  reset(): void {
    this.#inside = null;
    this.#parentheses = 0;
    this.#bodyDepth = 0;
    this.#firstWords = [];
  }

  /** Reads up to the next thing that psql has to act on. @param buffer gets what is read */
  scan(buffer: QueryBuffer): ScanStop {
    for (;;) {
      if (this.#input.rest === '') return { kind: 'end-of-line', state: this.#promptState(buffer) };
      if (this.#inside) this.#scanInside(this.#inside, buffer);
      else {
        const stop = this.#scanOutside(buffer);
        if (stop) return stop;
      }
    }
  }

  #promptState(buffer: QueryBuffer): PromptState {
    if (this.#inside) return this.#inside.kind === 'comment' ? 'comment' : this.#inside.state;
    if (this.#parentheses > 0) return 'parenthesis';
    return buffer.text === '' && this.#bodyDepth === 0 ? 'ready' : 'continue';
  }

  #scanInside(inside: Inside, buffer: QueryBuffer): void {
    if (inside.kind === 'comment') {
      const [text, mark] = this.#input.match(/^[^]*?(\/\*|\*\/|$)/) ?? ['', ''];
      buffer.append(text);
      if (mark === '/*') inside.depth++;
      else if (mark === '*/' && --inside.depth === 0) this.#inside = null;
      return;
    }
    const { rest } = this.#input;
    let at = 0;
    while (at < rest.length) {
      if (inside.escapes && rest[at] === '\\') at += 2;
      else if (rest.startsWith(inside.end, at)) {
        // A quote that stands twice stands for itself.
        const doubled = inside.state !== 'dollar-quote' && rest.startsWith(inside.end, at + 1);
        at += doubled ? 2 : inside.end.length;
        if (!doubled) {
          this.#inside = null;
          break;
        }
      } else at++;
    }
    buffer.append(this.#input.take(Math.min(at, rest.length)));
  }

  #scanOutside(buffer: QueryBuffer): ScanStop | null {
    const input = this.#input;
    const { rest } = input;
    const space = input.match(SPACE);
    if (space) {
      // Nothing is kept before the first thing of a statement.
      if (buffer.text !== '') buffer.append(space[0]);
      return null;
    }
    if (rest.startsWith('/*')) {
      buffer.append(input.take(2));
      this.#inside = { kind: 'comment', depth: 1 };
      return null;
    }
    const string = input.match(STRING_START);
    if (string) {
      buffer.append(string[0]);
      const escapes = /^e/i.test(string[0]) || (string[0] === "'" && !this.#standardStrings());
      this.#inside = { kind: 'quote', state: 'single-quote', end: "'", escapes };
      return null;
    }
    const name = input.match(QUOTED_NAME_START);
    if (name) {
      buffer.append(name[0]);
      this.#inside = { kind: 'quote', state: 'double-quote', end: '"', escapes: false };
      return null;
    }
    const dollar = input.match(DOLLAR_QUOTE);
    if (dollar) {
      buffer.append(dollar[0]);
      this.#inside = { kind: 'quote', state: 'dollar-quote', end: dollar[0], escapes: false };
      return null;
    }
    const word = input.match(IDENTIFIER);
    if (word) {
      this.#noteWord(word[0].toLowerCase());
      buffer.append(word[0]);
      return null;
    }
    const plain = input.match(NUMBER) ?? input.match(PARAMETER) ?? input.match(/^(?:::|:=)/);
    if (plain) {
      buffer.append(plain[0]);
      return null;
    }
    if (rest.startsWith(':')) {
      this.#putVariableIn(buffer);
      return null;
    }
    return this.#scanCharacter(input.take(1), buffer);
  }

  #putVariableIn(buffer: QueryBuffer): void {
    const reference = takeVariableReference(this.#input, this.#variables);
    if (!reference) buffer.append(this.#input.take(1));
    else if (reference.value === null) buffer.append(reference.text);
    else if (reference.kind === 'quoted') buffer.append(reference.value);
    else if (!this.#input.insert(reference.name, reference.value)) {
      this.#variables.skipped(reference.name);
      buffer.append(reference.text);
    }
  }

  #scanCharacter(character: string, buffer: QueryBuffer): ScanStop | null {
    switch (character) {
      case '(':
        this.#parentheses++;
        break;
      case ')':
        if (this.#parentheses > 0) this.#parentheses--;
        break;
      case ';':
        buffer.append(character);
        if (this.#parentheses > 0 || this.#bodyDepth > 0) return null;
        this.#firstWords = [];
        return { kind: 'semicolon' };
      case '\\': {
        const forced = this.#input.match(/^[;:]/);
        if (!forced) return { kind: 'backslash' };
        // A semicolon that separates statements, and yet does not send them.
        if (forced[0] === ';') this.#firstWords = [];
        buffer.append(forced[0]);
        return null;
      }
      default:
    }
    buffer.append(character);
    return null;
  }

  /** In the body of a routine that is written in SQL, semicolons do not end the statement. */
  #noteWord(word: string): void {
    if (this.#firstWords.length < KNOWN_BY) this.#firstWords.push(word);
    if (this.#parentheses > 0 || !ROUTINE.test(this.#firstWords.join(' '))) return;
    if (word === 'begin') this.#bodyDepth++;
    else if (word === 'case' && this.#bodyDepth > 0) this.#bodyDepth++;
    else if (word === 'end' && this.#bodyDepth > 0) this.#bodyDepth--;
  }
}

/** The statement that is being put together. */
export class QueryBuffer {
  text = '';

  append(more: string): void {
    this.text += more;
  }

  clear(): void {
    this.text = '';
  }
}
