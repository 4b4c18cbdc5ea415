import { parseBoolean } from '../shell/parse-boolean';
import { leadingInteger, wholeInteger } from './c-integer';
import { PRINT_FORMATS, type PrintSettings, type UnicodeLine, ZERO_BYTE } from './print-settings';

/** What became of an option: the settings that change, or what is wrong with the value. */
export type Assignment =
  { readonly kind: 'set'; readonly to: Partial<PrintSettings> } | { readonly kind: 'error'; readonly message: string };

/** One of \pset's options. */
export interface PsetOption {
  /** @param value `null` when none is given. @param name what the option was called */
  set(value: string | null, settings: PrintSettings, name: string): Assignment;
  /** What \pset says after it has set the option; without a line's end. */
  tell(settings: PrintSettings): string;
  /** What \pset alone shows for the option. */
  show(settings: PrintSettings): string;
  /** Whether psql says nothing after it has been given a value. */
  readonly isSilent?: true;
}

const set = (to: Partial<PrintSettings>): Assignment => ({ kind: 'set', to });
const error = (message: string): Assignment => ({ kind: 'error', message });
const UNCHANGED = set({});

const onOff = (value: boolean): string => (value ? 'on' : 'off');

function quoted(text: string): string {
  return `'${text.replace(/['\n]/g, (character) => (character === '\n' ? '\\n' : "\\'"))}'`;
}

function booleanOption(key: 'footer' | 'numericlocale' | 'tuples_only', what: string): PsetOption {
  return {
    set: (value, settings, name) => {
      if (value === null) return set({ [key]: !settings[key] });
      const parsed = parseBoolean(value);
      return parsed === null
        ? error(`unrecognized value "${value}" for "${name}": Boolean expected`)
        : set({ [key]: parsed });
    },
    tell: (settings) => `${what} is ${onOff(settings[key])}.`,
    show: (settings) => onOff(settings[key]),
    isSilent: true,
  };
}

/** An option that takes a boolean or one word of its own. @returns the word that is to be set */
function booleanOrWord<W extends string>(value: string, word: W, name: string): 'on' | 'off' | W | Assignment {
  if (value.toLowerCase() === word) return word;
  const parsed = parseBoolean(value);
  if (parsed !== null) return parsed ? 'on' : 'off';
  return error(`unrecognized value "${value}" for "${name}"\nAvailable values are: on, off, ${word}.`);
}

function textOption(key: 'tableattr' | 'title', tell: (text: string | null) => string): PsetOption {
  return {
    set: (value) => set({ [key]: value }),
    tell: (settings) => tell(settings[key]),
    show: (settings) => {
      const text = settings[key];
      return text === null ? '' : quoted(text);
    },
  };
}

const SEPARATORS = { fieldsep: 'Field separator', recordsep: 'Record separator' } as const;

function separatorOption(key: 'fieldsep' | 'recordsep'): PsetOption {
  return {
    set: (value) => (value === null ? UNCHANGED : set({ [key]: value })),
    tell: (settings) => {
      const text = settings[key];
      if (text === ZERO_BYTE) return `${SEPARATORS[key]} is zero byte.`;
      return `${SEPARATORS[key]} is ${key === 'recordsep' && text === '\n' ? '<newline>' : `"${text}"`}.`;
    },
    show: (settings) => quoted(settings[key] === ZERO_BYTE ? '' : settings[key]),
  };
}

function zeroOption(key: 'fieldsep' | 'recordsep'): PsetOption {
  return {
    set: () => set({ [key]: ZERO_BYTE }),
    tell: () => `${SEPARATORS[key]} is zero byte.`,
    show: (settings) => onOff(settings[key] === ZERO_BYTE),
  };
}

const UNICODE_LINES: readonly UnicodeLine[] = ['single', 'double'];

/** The first word that begins with what was typed, in capitals or not. */
function beginningWith<W extends string>(words: readonly W[], value: string): W | undefined {
  return words.find((word) => word.startsWith(value.toLowerCase()));
}

function unicodeOption(part: 'border' | 'column' | 'header'): PsetOption {
  const key = `unicode_${part}_linestyle` as const;
  return {
    set: (value) => {
      if (value === null) return UNCHANGED;
      const line = beginningWith(UNICODE_LINES, value);
      return line === undefined
        ? error(`\\pset: allowed Unicode ${part} line styles are single, double`)
        : set({ [key]: line });
    },
    tell: (settings) => `Unicode ${part} line style is "${settings[key]}".`,
    show: (settings) => settings[key],
  };
}

const LINE_STYLES = ['ascii', 'old-ascii', 'unicode'] as const;

const format: PsetOption = {
  set: (value) => {
    if (value === null) return UNCHANGED;
    // `latex` is no abbreviation of `latex-longtable`.
    const others = PRINT_FORMATS.filter((name) => name !== 'latex-longtable');
    const [first, second] = others.filter((name) => name.startsWith(value.toLowerCase()));
    if (first !== undefined && second !== undefined) {
      return error(`\\pset: ambiguous abbreviation "${value}" matches both "${first}" and "${second}"`);
    }
    const found = first ?? beginningWith(PRINT_FORMATS, value);
    return found === undefined
      ? error(`\\pset: allowed formats are ${PRINT_FORMATS.join(', ')}`)
      : set({ format: found });
  },
  tell: (settings) => `Output format is ${settings.format}.`,
  show: (settings) => settings.format,
};

const lineStyle: PsetOption = {
  set: (value) => {
    if (value === null) return UNCHANGED;
    const linestyle = beginningWith(LINE_STYLES, value);
    return linestyle === undefined
      ? error(`\\pset: allowed line styles are ${LINE_STYLES.join(', ')}`)
      : set({ linestyle });
  },
  tell: (settings) => `Line style is ${settings.linestyle}.`,
  show: (settings) => settings.linestyle,
};

const border: PsetOption = {
  // psql keeps it in 16 bits without a sign.
  set: (value) => (value === null ? UNCHANGED : set({ border: leadingInteger(value) & 0xffff })),
  tell: (settings) => `Border style is ${String(settings.border)}.`,
  show: (settings) => String(settings.border),
};

const columns: PsetOption = {
  set: (value) => (value === null ? UNCHANGED : set({ columns: leadingInteger(value) })),
  tell: (settings) =>
    settings.columns === 0 ? 'Target width is unset.' : `Target width is ${String(settings.columns)}.`,
  show: (settings) => String(settings.columns),
};

const expanded: PsetOption = {
  set: (value, settings, name) => {
    if (value === null) return set({ expanded: settings.expanded === 'off' ? 'on' : 'off' });
    const chosen = booleanOrWord(value, 'auto', name);
    return typeof chosen === 'string' ? set({ expanded: chosen }) : chosen;
  },
  tell: (settings) => `Expanded display is ${settings.expanded === 'auto' ? 'used automatically' : settings.expanded}.`,
  show: (settings) => settings.expanded,
};

const csvSeparator: PsetOption = {
  set: (value) => {
    if (value === null) return UNCHANGED;
    if (value.length !== 1 || value > '\x7f') return error('\\pset: csv_fieldsep must be a single one-byte character');
    return /["\n\r]/.test(value)
      ? error('\\pset: csv_fieldsep cannot be a double quote, a newline, or a carriage return')
      : set({ csv_fieldsep: value });
  },
  tell: (settings) => `Field separator for CSV is "${settings.csv_fieldsep}".`,
  show: (settings) => quoted(settings.csv_fieldsep),
};

const nullText: PsetOption = {
  set: (value) => (value === null ? UNCHANGED : set({ null: value })),
  tell: (settings) => `Null display is "${settings.null ?? ''}".`,
  show: (settings) => quoted(settings.null ?? ''),
};

const PAGERS = {
  off: ['Pager usage is off.', '0'],
  on: ['Pager is used for long output.', '1'],
  always: ['Pager is always used.', '2'],
} as const;

const pager: PsetOption = {
  set: (value, settings, name) => {
    if (value === null) return set({ pager: settings.pager === 'on' ? 'off' : 'on' });
    const chosen = booleanOrWord(value, 'always', name);
    return typeof chosen === 'string' ? set({ pager: chosen }) : chosen;
  },
  tell: (settings) => PAGERS[settings.pager][0],
  show: (settings) => PAGERS[settings.pager][1],
};

const pagerLines: PsetOption = {
  set: (value) => {
    if (value === null) return UNCHANGED;
    const lines = wholeInteger(value);
    return lines === null
      ? error(`invalid value "${value}" for "pager_min_lines": integer expected`)
      : set({ pager_min_lines: lines });
  },
  tell: ({ pager_min_lines: lines }) =>
    `Pager won't be used for less than ${String(lines)} ${lines === 1 ? 'line' : 'lines'}.`,
  show: (settings) => String(settings.pager_min_lines),
};

const HEADER_WIDTHS = ['full', 'column', 'page'] as const;

const headerWidth: PsetOption = {
  set: (value) => {
    if (value === null) return UNCHANGED;
    const word = HEADER_WIDTHS.find((each) => each === value.toLowerCase());
    const width = word ?? leadingInteger(value);
    return width === 0
      ? error(
          '\\pset: allowed xheader_width values are "full" (default), "column", "page", or a number specifying the exact width',
        )
      : set({ xheader_width: width });
  },
  tell: ({ xheader_width: width }) =>
    `Expanded header width is ${typeof width === 'number' ? String(width) : `"${width}"`}.`,
  show: (settings) => String(settings.xheader_width),
};

/** All options, in the order in which \pset lists them. */
export const PSET_OPTIONS: ReadonlyMap<string, PsetOption> = new Map([
  ['border', border],
  ['columns', columns],
  ['csv_fieldsep', csvSeparator],
  ['expanded', expanded],
  ['fieldsep', separatorOption('fieldsep')],
  ['fieldsep_zero', zeroOption('fieldsep')],
  ['footer', booleanOption('footer', 'Default footer')],
  ['format', format],
  ['linestyle', lineStyle],
  ['null', nullText],
  ['numericlocale', booleanOption('numericlocale', 'Locale-adjusted numeric output')],
  ['pager', pager],
  ['pager_min_lines', pagerLines],
  ['recordsep', separatorOption('recordsep')],
  ['recordsep_zero', zeroOption('recordsep')],
  [
    'tableattr',
    textOption('tableattr', (text) => (text === null ? 'Table attributes unset.' : `Table attributes are "${text}".`)),
  ],
  ['title', textOption('title', (text) => (text === null ? 'Title is unset.' : `Title is "${text}".`))],
  ['tuples_only', booleanOption('tuples_only', 'Tuples only')],
  ['unicode_border_linestyle', unicodeOption('border')],
  ['unicode_column_linestyle', unicodeOption('column')],
  ['unicode_header_linestyle', unicodeOption('header')],
  ['xheader_width', headerWidth],
]);
