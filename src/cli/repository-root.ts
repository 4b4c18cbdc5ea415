import path from 'node:path';

/** The folder that holds this program, for what is built from its sources. Usually the project's folder as well. */
export const REPOSITORY_ROOT = path.join(__dirname, '..', '..');
