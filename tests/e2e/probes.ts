/** Something that a program must not reach, and how it tries. Code is the body of an async function, in JavaScript. */
export interface Probe {
  readonly name: string;
  readonly code: string;
}

/** A name under which probes leave traces: databases, caches, files, channels. */
export const TRACE = 'layer-by-layer-probe';

/** Ways out of a worker. Each leaves a trace: a request to the trap, or something stored or sent under {@link TRACE}. */
export function probes(trap: string): readonly Probe[] {
  const blob = (source: string): string =>
    `URL.createObjectURL(new Blob([${JSON.stringify(source)}], { type: 'text/javascript' }))`;
  const fetching = (path: string): string => `fetch('${trap}/${path}')`;
  return [
    { name: 'fetch', code: `await fetch('${trap}/fetch');` },
    {
      name: 'XMLHttpRequest',
      code: `const request = new XMLHttpRequest(); request.open('GET', '${trap}/xhr', false); request.send();`,
    },
    { name: 'WebSocket', code: `new WebSocket('${trap.replace('http', 'ws')}/socket');` },
    { name: 'EventSource', code: `new EventSource('${trap}/events');` },
    { name: 'FontFace', code: `await new FontFace('probe', 'url(${trap}/font)').load().catch(() => undefined);` },
    { name: 'import of a URL', code: `await import('${trap}/import.js');` },
    {
      name: 'import, spelt otherwise',
      code: `const url = '${trap}/import2.js'; await \`\${await import/* it */(url)}\`;`,
    },
    {
      name: 'import of a blob',
      code: `await import(${blob(fetching('blob-import'))});`,
    },
    {
      name: 'import of data',
      code: `await import('data:text/javascript,' + encodeURIComponent(${JSON.stringify(fetching('data-import'))}));`,
    },
    { name: 'importScripts of a URL', code: `importScripts('${trap}/import-scripts.js');` },
    { name: 'importScripts of a blob', code: `importScripts(${blob(fetching('blob-script'))});` },
    { name: 'a nested worker', code: `new Worker(${blob(fetching('nested'))});` },
    {
      name: 'IndexedDB',
      code: `await new Promise((resolve, reject) => {
        const opening = indexedDB.open('${TRACE}');
        opening.onsuccess = resolve;
        opening.onerror = reject;
      });`,
    },
    { name: 'caches', code: `await caches.open('${TRACE}');` },
    {
      name: 'files',
      code: `await (await navigator.storage.getDirectory()).getFileHandle('${TRACE}', { create: true });`,
    },
    { name: 'BroadcastChannel', code: `new BroadcastChannel('${TRACE}').postMessage('heard');` },
    { name: 'postMessage', code: `self.postMessage('${TRACE}');` },
  ];
}

/** Ways to make code of text, as functions that run a text as the body of an async function. */
export const CODE_MAKERS: Readonly<Record<string, string>> = {
  eval: '(text) => eval(`(async () => {${text}})()`)',
  'indirect eval': '(text) => (0, globalThis.eval)(`(async () => {${text}})()`)',
  Function: '(text) => new Function(`return (async () => {${text}})()`)()',
  'a constructor': "(text) => (() => 0)['constructor'](`return (async () => {${text}})()`)()",
  AsyncFunction: '(text) => Object.getPrototypeOf(async () => 0).constructor(text)()',
  GeneratorFunction:
    '(text) => Object.getPrototypeOf(function* () {}).constructor(`return (async () => {${text}})()`)().next().value',
  AsyncGeneratorFunction: '(text) => Object.getPrototypeOf(async function* () {}).constructor(text)().next()',
  'Reflect.construct': '(text) => Reflect.construct(Function, [`return (async () => {${text}})()`])()',
  'setTimeout of text':
    '(text) => new Promise((resolve) => { self.setTimeout(`(async () => {${text}})()`, 0); self.setTimeout(resolve, 400); })',
};
