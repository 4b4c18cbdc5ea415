import type { Input } from './input';
import type { VariableLookup } from './variable-lookup';

const NAME = '[A-Za-z0-9_\\u0080-\\u{10ffff}]+';
const REFERENCE = new RegExp(`^:(?:(${NAME})|'(${NAME})'|"(${NAME})"|\\{\\?(${NAME})\\})`, 'u');

/** A reference to a variable that stands in a text. */
export type VariableReference =
  /** `:name` */
  | { readonly kind: 'plain'; readonly name: string; readonly text: string; readonly value: string | null }
  /** `:'name'`, `:"name"` and `:{?name}`, which are replaced by what is not read again. */
  | { readonly kind: 'quoted'; readonly text: string; readonly value: string | null };

/** Takes a reference to a variable from the beginning of the input; `null` when there is none. */
export function takeVariableReference(input: Input, variables: VariableLookup): VariableReference | null {
  const match = input.match(REFERENCE);
  if (!match) return null;
  const [text, plain, literal, identifier, tested] = match;
  if (plain !== undefined) return { kind: 'plain', name: plain, text, value: variables.value(plain, 'plain') };
  if (literal !== undefined) return { kind: 'quoted', text, value: variables.value(literal, 'literal') };
  if (identifier !== undefined) return { kind: 'quoted', text, value: variables.value(identifier, 'identifier') };
  return { kind: 'quoted', text, value: variables.isSet(tested ?? '') ? 'TRUE' : 'FALSE' };
}
