import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { learnerGlobals } from './learner-globals';

// What a learner's TypeScript may import, but for what is so large that it comes only where it is imported.
const offered = ['kysely', 'kysely/helpers/postgres', 'pg', 'pg-pool'];
const mikroOrm = ['@mikro-orm/core', '@mikro-orm/postgresql'];

/** Declares a module of the course itself. */
const SERVER = 'src/languages/typescript/pg/athleticu-server.d.ts';

type Declarations = Readonly<Record<string, string>>;

const resolution: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

/**
 * The declaration files behind everything that a learner may import, without their comments, by path: what the editor
 * needs for completion and type errors. Follows imports, so only what can be reached is there.
 */
export function collectTypeDeclarations(siteDir: string): {
  readonly common: Declarations;
  readonly mikroOrm: Declarations;
} {
  const common = reachable(siteDir, offered, {
    'learner-globals.d.ts': learnerGlobals,
    'athleticu-server.d.ts': readFileSync(path.join(siteDir, SERVER), 'utf8'),
  });
  const added = Object.entries(reachable(siteDir, mikroOrm, common)).filter(([name]) => !Object.hasOwn(common, name));
  return { common, mikroOrm: Object.fromEntries(added) };
}

/** The given declarations, and those of packages with all that they import. */
function reachable(siteDir: string, names: readonly string[], known: Declarations): Declarations {
  const declarations = new Map(Object.entries(known));
  const importer = path.join(siteDir, 'snippet.ts');
  const queue = names.map((name) => resolve(name, importer));
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    const name = pathInSite(siteDir, file);
    if (declarations.has(name)) continue;
    const source = readFileSync(file, 'utf8');
    declarations.set(name, withoutComments(file, source));
    const manifest = manifestOf(siteDir, file);
    declarations.set(pathInSite(siteDir, manifest), resolutionFieldsOf(manifest));
    for (const imported of ts.preProcessFile(source).importedFiles) {
      if (!isBuiltin(imported.fileName)) queue.push(resolve(imported.fileName, file));
    }
  }
  return Object.fromEntries([...declarations].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function resolve(name: string, importer: string): string {
  const found = ts.resolveModuleName(name, importer, resolution, ts.sys).resolvedModule;
  if (found === undefined || !/\.d\.[cm]?ts$/.test(found.resolvedFileName)) {
    throw new Error(`No type declarations for "${name}", which ${importer} imports.`);
  }
  return found.resolvedFileName;
}

function pathInSite(siteDir: string, file: string): string {
  return path.relative(siteDir, file).split(path.sep).join('/');
}

/** The package.json of the package that a file belongs to. */
function manifestOf(siteDir: string, file: string): string {
  const [, packageDir] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file.split(path.sep).join('/')) ?? [];
  if (packageDir === undefined) throw new Error(`${pathInSite(siteDir, file)} is in no package.`);
  return path.join(packageDir, 'package.json');
}

/** A package.json cut down to what decides which file an import means. */
function resolutionFieldsOf(manifest: string): string {
  const fields: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  if (typeof fields !== 'object' || fields === null) throw new Error(`${manifest} is not an object.`);
  const kept = ['name', 'version', 'type', 'types', 'typings', 'main', 'exports'];
  return JSON.stringify(Object.fromEntries(Object.entries(fields).filter(([field]) => kept.includes(field))));
}

function withoutComments(file: string, source: string): string {
  const printer = ts.createPrinter({ removeComments: true });
  const printed = printer.printFile(ts.createSourceFile(file, source, ts.ScriptTarget.ESNext));
  // What @types/node would declare is among the learner's globals, as far as it is needed.
  return printed.replace(/^\/\/\/ <reference types="node".*\n/gm, '');
}
