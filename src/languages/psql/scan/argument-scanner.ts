import type { Input } from './input';
import type { VariableLookup } from './variable-lookup';
import { takeVariableReference } from './variable-reference';

/** How an argument is to be read: the kinds are psql's own. */
export type ArgumentKind =
  | 'normal'
  /** A name in SQL: quotes are taken off, and what stands outside them becomes lower case. */
  | 'identifier'
  /** The same, without lower case. */
  | 'identifier-as-it-is'
  /** A file's name, or `|` and a program's with all that follows. */
  | 'file-or-pipe';

/** An argument of a meta-command. */
export interface Argument {
  readonly text: string;
  /** The kind of quote that was in it, a backquote and a variable's colon included; the last one, if any. */
  readonly quote: "'" | '"' | '`' | ':' | null;
}

/** What reading an argument may come to. */
export type ArgumentRead =
  | { readonly kind: 'argument'; readonly argument: Argument }
  | { readonly kind: 'none' }
  /** The line ended inside quotes. */
  | { readonly kind: 'unterminated' };

/** What an argument may ask for besides variables. */
export interface ArgumentSurroundings extends VariableLookup {
  /** What a program in backquotes gives. */
  evaluate(command: string): string;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', b: '\b', r: '\r', f: '\f' };
const ESCAPE = /^\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|([^]))/;

function unquoteName(text: string, lowerCase: boolean): string {
  let name = '';
  let inQuotes = false;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '"') {
      if (inQuotes && text[i + 1] === '"') name += text.charAt(++i);
      else inQuotes = !inQuotes;
    } else name += inQuotes || !lowerCase ? character : character.toLowerCase();
  }
  return name;
}

/**
 * psql's lexer for meta-commands: their names and their arguments.
 * Rules: psql's documentation ("Meta-Commands"), and experiments with psql 18.
 */
export class ArgumentScanner {
  readonly #input: Input;
  readonly #surroundings: ArgumentSurroundings;

  constructor(input: Input, surroundings: ArgumentSurroundings) {
    this.#input = input;
    this.#surroundings = surroundings;
  }

  /** The name of the command, which stands right behind the backslash. */
  command(): string {
    return this.#input.match(/^[^\s\\]*/)?.[0] ?? '';
  }

  /** Takes the next argument. @param semicolon whether semicolons at its end are no part of it */
  argument(kind: ArgumentKind = 'normal', semicolon = false): ArgumentRead {
    const input = this.#input;
    input.match(/^\s+/);
    if (kind === 'file-or-pipe' && input.rest.startsWith('|')) {
      return { kind: 'argument', argument: { text: input.takeAll(), quote: null } };
    }
    let text = '';
    let quote: Argument['quote'] = null;
    let unquoted = 0;
    for (;;) {
      const { rest } = input;
      if (rest === '' || /^[\s\\]/.test(rest)) break;
      const reference = takeVariableReference(input, this.#surroundings);
      if (reference) {
        text += reference.value ?? reference.text;
        quote = ':';
        unquoted = 0;
        continue;
      }
      const character = input.take(1);
      if (character === "'" || character === '`') {
        const inside = character === "'" ? this.#quoted() : this.#backquoted();
        if (inside === null) return { kind: 'unterminated' };
        text += inside;
        quote = character;
        unquoted = 0;
      } else if (character === '"') {
        const inside = input.match(/^[^"]*"/);
        if (!inside) {
          input.takeAll();
          return { kind: 'unterminated' };
        }
        text += `"${inside[0]}`;
        quote = '"';
        unquoted = 0;
      } else {
        text += character;
        unquoted++;
      }
    }
    while (semicolon && unquoted-- > 0 && text.endsWith(';')) text = text.slice(0, -1);
    if (kind === 'identifier' || kind === 'identifier-as-it-is') text = unquoteName(text, kind === 'identifier');
    return text === '' && quote === null ? { kind: 'none' } : { kind: 'argument', argument: { text, quote } };
  }

  /** Takes the whole rest of the line; `null` when there is nothing in it. */
  restOfLine(semicolon = false): string | null {
    const all = this.#input.takeAll().replace(/^\s+/, '');
    const text = semicolon ? all.replace(/[;\s]+$/, '') : all;
    return text === '' ? null : text;
  }

  /** Takes the `\\` that ends a command, if it is there. */
  end(): void {
    this.#input.match(/^\s*\\\\/);
  }

  #quoted(): string | null {
    let text = '';
    while (this.#input.rest !== '') {
      const plain = this.#input.match(/^[^'\\]+/) ?? this.#input.match(/^''/);
      if (plain) {
        text += plain[0] === "''" ? "'" : plain[0];
        continue;
      }
      const escape = this.#input.match(ESCAPE);
      if (escape) {
        const [, octal, hex, other = ''] = escape;
        if (octal !== undefined) text += String.fromCharCode(Number.parseInt(octal, 8));
        else if (hex !== undefined) text += String.fromCharCode(Number.parseInt(hex, 16));
        else text += ESCAPES[other] ?? other;
        continue;
      }
      if (this.#input.take(1) === "'") return text;
    }
    return null;
  }

  #backquoted(): string | null {
    let command = '';
    while (this.#input.rest !== '') {
      const reference = takeVariableReference(this.#input, this.#surroundings);
      if (reference) command += reference.value ?? reference.text;
      else {
        const character = this.#input.take(1);
        if (character === '`') return this.#surroundings.evaluate(command);
        command += character;
      }
    }
    return null;
  }
}
