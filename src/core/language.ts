import * as v from 'valibot';

/** The languages that an exercise or a snippet may be written in. */
export const LanguageSchema = v.picklist(['sql', 'psql', 'typescript', 'python']);
export type Language = v.InferOutput<typeof LanguageSchema>;

/** What each language is called. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  sql: 'SQL',
  psql: 'psql',
  typescript: 'TypeScript',
  python: 'Python',
};

/** How a file in each language ends. */
export const FILE_EXTENSION: Readonly<Record<Language, string>> = {
  sql: 'sql',
  psql: 'psql',
  typescript: 'ts',
  python: 'py',
};
