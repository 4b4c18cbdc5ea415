import type { Options } from './options';
import { parseBoolean } from './parse-boolean';
import type { VariableHook, Variables } from './variables';

const onOff = (value: boolean): string => (value ? 'on' : 'off');

function booleanHook(name: string, initial: boolean, assign: (value: boolean) => void): VariableHook {
  let isFirst = true;
  return {
    substitute: (value) => {
      if (value === null) {
        const first = isFirst;
        isFirst = false;
        return first ? onOff(initial) : 'off';
      }
      return value === '' ? 'on' : value;
    },
    assign: (value) => {
      const parsed = parseBoolean(value ?? '');
      if (parsed === null) return `unrecognized value "${value ?? ''}" for "${name}": Boolean expected`;
      assign(parsed);
      return null;
    },
  };
}

function numberHook(name: string, initial: number, assign: (value: number) => void): VariableHook {
  return {
    substitute: (value) => value ?? String(initial),
    assign: (value) => {
      if (value === null || !/^\s*[+-]?(?:0[xX][0-9a-fA-F]+|\d+)$/.test(value)) {
        return `invalid value "${value ?? ''}" for "${name}": integer expected`;
      }
      assign(Number(value));
      return null;
    },
  };
}

/** A variable that takes one of some words, in capitals or not. */
function wordHook<W extends string>(
  name: string,
  words: readonly W[],
  initial: W,
  assign: (value: W) => void,
): VariableHook {
  return {
    substitute: (value) => value ?? initial,
    assign: (value) => {
      const word = words.find((each) => each === value?.toLowerCase());
      if (word === undefined) {
        return `unrecognized value "${value ?? ''}" for "${name}"\nAvailable values are: ${words.join(', ')}.`;
      }
      assign(word);
      return null;
    },
  };
}

/** A variable that takes a boolean or one word of its own. */
function booleanOrWordHook<W extends string>(
  name: string,
  word: W,
  assign: (value: 'on' | 'off' | W) => void,
): VariableHook {
  return {
    substitute: (value) => (value === null ? 'off' : value === '' ? 'on' : value),
    assign: (value) => {
      if (value?.toLowerCase() === word) {
        assign(word);
        return null;
      }
      const parsed = parseBoolean(value ?? '');
      if (parsed === null) {
        return `unrecognized value "${value ?? ''}" for "${name}"\nAvailable values are: on, off, ${word}.`;
      }
      assign(parsed ? 'on' : 'off');
      return null;
    },
  };
}

/** How long \watch may wait, in seconds. */
const LONGEST_WATCH = 1_000_000;

function intervalHook(initial: number, assign: (seconds: number) => void): VariableHook {
  return {
    substitute: (value) => value ?? String(initial),
    assign: (value) => {
      const text = value ?? '';
      if (!/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) {
        return `invalid value "${text}" for variable "WATCH_INTERVAL"`;
      }
      const seconds = Number(text);
      if (seconds < 0) return `invalid value "${text}" for variable "WATCH_INTERVAL": must be greater than 0.00`;
      if (seconds > LONGEST_WATCH) {
        return `invalid value "${text}" for variable "WATCH_INTERVAL": must be less than ${LONGEST_WATCH.toFixed(2)}`;
      }
      assign(seconds);
      return null;
    },
  };
}

/** Makes the variables special by which psql's behaviour is set, and gives them the options' values. */
export function addSpecialVariables(variables: Variables, options: Options): void {
  const boolean = (name: string, initial: boolean, assign: (value: boolean) => void): void => {
    variables.addHook(name, booleanHook(name, initial, assign));
  };
  boolean('AUTOCOMMIT', options.autocommit, (value) => (options.autocommit = value));
  boolean('ON_ERROR_STOP', options.onErrorStop, (value) => (options.onErrorStop = value));
  boolean('QUIET', options.quiet, (value) => (options.quiet = value));
  boolean('SINGLELINE', options.singleLine, (value) => (options.singleLine = value));
  boolean('SINGLESTEP', options.singleStep, (value) => (options.singleStep = value));
  boolean('SHOW_ALL_RESULTS', options.showAllResults, (value) => (options.showAllResults = value));
  boolean('HIDE_TABLEAM', options.hideTableAccessMethod, (value) => (options.hideTableAccessMethod = value));
  boolean('HIDE_TOAST_COMPRESSION', options.hideCompression, (value) => (options.hideCompression = value));
  const number = (name: string, initial: number, assign: (value: number) => void): void => {
    variables.addHook(name, numberHook(name, initial, assign));
  };
  number('FETCH_COUNT', 0, (value) => (options.fetchCount = value));
  number('IGNOREEOF', 0, (value) => (options.ignoreEof = value));
  // The history is the console's, which keeps what it likes.
  number('HISTSIZE', 500, () => undefined);
  const word = <W extends string>(
    name: string,
    words: readonly W[],
    initial: W,
    assign: (value: W) => void = () => undefined,
  ): void => {
    variables.addHook(name, wordHook(name, words, initial, assign));
  };
  word('ECHO', ['none', 'errors', 'queries', 'all'], options.echo, (value) => (options.echo = value));
  word('VERBOSITY', ['default', 'verbose', 'terse', 'sqlstate'], options.verbosity, (value) => {
    options.verbosity = value;
  });
  word('SHOW_CONTEXT', ['never', 'errors', 'always'], options.showContext, (value) => (options.showContext = value));
  word('COMP_KEYWORD_CASE', ['lower', 'upper', 'preserve-lower', 'preserve-upper'], 'preserve-upper');
  word('HISTCONTROL', ['none', 'ignorespace', 'ignoredups', 'ignoreboth'], 'none');
  variables.addHook(
    'ECHO_HIDDEN',
    booleanOrWordHook('ECHO_HIDDEN', 'noexec', (value) => (options.echoHidden = value)),
  );
  variables.addHook(
    'ON_ERROR_ROLLBACK',
    booleanOrWordHook('ON_ERROR_ROLLBACK', 'interactive', (value) => (options.onErrorRollback = value)),
  );
  for (const [name, key] of [
    ['PROMPT1', 'prompt1'],
    ['PROMPT2', 'prompt2'],
    ['PROMPT3', 'prompt3'],
  ] as const) {
    variables.set(name, options[key]);
    variables.addHook(name, {
      substitute: (value) => value,
      assign: (value) => {
        options[key] = value ?? '';
        return null;
      },
    });
  }
  variables.addHook(
    'WATCH_INTERVAL',
    intervalHook(options.watchInterval, (seconds) => (options.watchInterval = seconds)),
  );
}
