import type { PrintSettings } from './print-settings';
import { PSET_OPTIONS } from './pset-options';

/** What came of setting an option. */
export type PsetResult =
  | {
      readonly kind: 'set';
      readonly settings: PrintSettings;
      /** What psql says, with a line's end; '' for nothing. */
      readonly message: string;
    }
  | { readonly kind: 'error'; readonly message: string };

/** The options' other names. */
const ALIASES: Readonly<Record<string, string>> = {
  C: 'title',
  T: 'tableattr',
  t: 'tuples_only',
  vertical: 'expanded',
  x: 'expanded',
};

/**
 * Sets one option of the output.
 * @param name also one of its other names
 * @param value `null` when none is given: some options are then switched, and the others only told
 */
export function setOption(settings: PrintSettings, name: string, value: string | null): PsetResult {
  const option = PSET_OPTIONS.get(Object.hasOwn(ALIASES, name) ? (ALIASES[name] ?? name) : name);
  if (!option) return { kind: 'error', message: `\\pset: unknown option: ${name}` };
  const assignment = option.set(value, settings, name);
  if (assignment.kind === 'error') return assignment;
  const changed = { ...settings, ...assignment.to };
  const message = option.isSilent === true && value !== null ? '' : `${option.tell(changed)}\n`;
  return { kind: 'set', settings: changed, message };
}

const NAME_WIDTH = 24;

/** What `\pset` alone prints: all options. */
export function describeAllOptions(settings: PrintSettings): string {
  return [...PSET_OPTIONS].map(([name, option]) => `${name.padEnd(NAME_WIDTH)} ${option.show(settings)}\n`).join('');
}
