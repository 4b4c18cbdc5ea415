import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What the plain site has as it is in the course. */
const SHARED = ['docs', 'sidebars.ts', 'static', path.join('src', 'css')];

/** Stands for the home page, which the footer links to. */
const HOME = '# Layer by Layer\n\n## Parts\n';

/**
 * Builds the lessons as plain pages of Docusaurus: same configuration, same text, nothing of ours to run it.
 * @param folder where it is made anew; inside the project, so that it finds the project's packages
 * @returns the folder to serve
 */
export function buildPlainSite(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  for (const name of SHARED) cpSync(name, path.join(folder, name), { recursive: true });
  mkdirSync(path.join(folder, 'src', 'pages'), { recursive: true });
  writeFileSync(path.join(folder, 'src', 'pages', 'index.md'), HOME);
  const docusaurus = path.resolve('node_modules', '@docusaurus', 'core', 'bin', 'docusaurus.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [docusaurus, 'build', folder, '--config', path.resolve('tests', 'bench', 'plain-site.config.ts')],
    // The bundler's cache lies in node_modules: the course's own build shall find it as it left it.
    { encoding: 'utf8', env: { ...process.env, DOCUSAURUS_NO_PERSISTENT_CACHE: '1' } },
  );
  if (status !== 0) throw new Error(`The plain site does not build:\n${stdout}${stderr}`);
  return path.join(folder, 'build');
}
