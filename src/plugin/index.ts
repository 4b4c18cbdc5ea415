import path from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { faultText } from '../core/fault';
import { type Course, readCourse } from './read-course';
import { readPythonSources } from '../languages/python/setup/read-sources';
import { EARLY_ACTIONS_SCRIPT } from './early-actions-script';
import { stagePostgres } from './stage-postgres';
import { type StagedFile, stagePython, type StagedPython } from './stage-python';
import { collectTypeDeclarations } from './type-declarations';
import { mergeBundlerConfigs } from './merge-bundler-configs';
import { PROGRAM_FRAME } from './program-frame-path';
import { writePolicy } from './write-policy';

/** Python as pages find it: addresses without the origin. */
function pythonOnSite({ runtime, archives, missing }: StagedPython, baseUrl: string): object {
  const onSite = ({ path: file, bytes }: StagedFile): object => ({ url: `${baseUrl}${file}`, bytes });
  const named = Object.entries(archives).map(([name, file]) => [name, onSite(file)]);
  return { ...onSite(runtime), archives: Object.fromEntries(named) as object, missing };
}

/**
 * The Docusaurus plugin: reads and validates the exercises, and emits each of them, and each data set, as a chunk
 * that a page loads when somebody acts. A fault in an exercise fails the build.
 */
export default async function coursePlugin({ siteDir, baseUrl }: LoadContext): Promise<Plugin> {
  const staged = await stagePostgres(siteDir);
  const postgres = { url: `${baseUrl}${staged.path}`, bytes: staged.bytes };
  const python = pythonOnSite(stagePython(siteDir), baseUrl);
  return {
    name: 'layer-by-layer',
    getPathsToWatch: () =>
      ['exercises/**', 'solutions/**', 'src/languages/python/**/*.py'].map((glob) => path.join(siteDir, glob)),
    loadContent: () => {
      const course = readCourse(siteDir);
      if (course.faults.length > 0) {
        const list = course.faults.map(faultText).join('\n');
        throw new Error(`The course has ${String(course.faults.length)} fault(s):\n${list}`);
      }
      return Promise.resolve(course);
    },
    contentLoaded: async ({ content: loaded, actions }) => {
      // Docusaurus hands back what loadContent gave, but forgets its type.
      const content = loaded as Course;
      const exercises = await Promise.all(
        content.exercises.map(async ({ exercise }) => {
          await actions.createData(`exercise-${exercise.id}.json`, exercise);
          return `  ${JSON.stringify(exercise.id)}: () => import('./exercise-${exercise.id}.json'),`;
        }),
      );
      const datasets = await Promise.all(
        [...content.datasets.values()].map(async (dataset) => {
          await actions.createData(`dataset-${dataset.id}.json`, dataset);
          return `  ${JSON.stringify(dataset.id)}: () => import('./dataset-${dataset.id}.json'),`;
        }),
      );
      await actions.createData('modules.json', content.modules);
      await actions.createData('python-sources.json', readPythonSources(siteDir));
      const types = collectTypeDeclarations(siteDir);
      await actions.createData('type-declarations.json', types.common);
      await actions.createData('mikro-orm-declarations.json', types.mikroOrm);
      const manifest = [
        `export const exercises = {\n${exercises.join('\n')}\n};`,
        `export const datasets = {\n${datasets.join('\n')}\n};`,
        "export const modules = () => import('./modules.json');",
        `export const postgres = ${JSON.stringify(postgres)};`,
        `export const python = ${JSON.stringify(python)};`,
        `export const programFrame = ${JSON.stringify(`${baseUrl}${PROGRAM_FRAME}/`)};`,
      ];
      await actions.createData('manifest.js', manifest.join('\n\n'));
    },
    injectHtmlTags: () => ({ headTags: [{ tagName: 'script', innerHTML: EARLY_ACTIONS_SCRIPT }] }),
    configureWebpack: (_config, isServer) => mergeBundlerConfigs(isServer, siteDir),
    // Not in the development server, which reloads pages over a socket and evaluates their modules.
    postBuild: ({ outDir }) => {
      writePolicy(outDir);
      return Promise.resolve();
    },
  };
}
