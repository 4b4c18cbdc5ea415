/** A part of what pip brought, loaded only by programs that import one of its modules. */
export type ArchiveName = 'sqlalchemy' | 'flask';

/** The archives, with the top-level modules that stand in each. */
export const ARCHIVES: Readonly<Record<ArchiveName, readonly string[]>> = {
  sqlalchemy: ['sqlalchemy', 'typing_extensions'],
  flask: ['flask', 'flask_sqlalchemy', 'werkzeug', 'jinja2', 'markupsafe', 'itsdangerous', 'click', 'blinker'],
};

/** What people call what is in each. */
export const ARCHIVE_TITLES: Readonly<Record<ArchiveName, string>> = { sqlalchemy: 'SQLAlchemy', flask: 'Flask' };

/** The names of the archives. */
export const ARCHIVE_NAMES: readonly ArchiveName[] = ['sqlalchemy', 'flask'];

/** The archives that a program needs which imports these top-level modules. */
export function archivesFor(modules: readonly string[]): ArchiveName[] {
  return ARCHIVE_NAMES.filter(
    (name) =>
      ARCHIVES[name].some((module) => modules.includes(module)) ||
      // It stands beside Flask, and builds on both.
      (name === 'sqlalchemy' && modules.includes('flask_sqlalchemy')),
  );
}
