import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The folder of the data sets, in the project's. */
export const DATASETS = path.join('exercises', 'datasets');
/** The tables, which all data sets have in common. */
export const SCHEMA_FILE = 'schema.sql';

/** The names of all data sets, in order. @param root the project's folder */
export function datasetNames(root: string): string[] {
  const folder = path.join(root, DATASETS);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql') && name !== SCHEMA_FILE)
    .map((name) => name.slice(0, -'.sql'.length))
    .sort();
}
