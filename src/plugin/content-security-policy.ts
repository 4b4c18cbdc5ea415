import { createHash } from 'node:crypto';

/** Scripts that stand in the page itself; those with a type are data, which is not run. */
const INLINE_SCRIPT = /<script(?![^>]*\s(?:src|type)=)[^>]*>([\s\S]*?)<\/script>/gi;
const CHARSET = /<meta charset=[^>]*>/i;

/** The source expression that allows just this script. */
function hashSource(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

/** The inline scripts of a page, as sources that allow each of them. */
export function inlineScriptSources(html: string): string[] {
  return [...html.matchAll(INLINE_SCRIPT)].map(([, script]) => hashSource(script ?? ''));
}

type Directives = Readonly<Record<string, readonly string[]>>;

function policyText(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/**
 * The site's policy: scripts, styles, pictures and data come from the site and go nowhere else, and no text becomes
 * code by `eval` or `Function`. Workers that are started from a blob inherit it (`src/worker/client/policy-worker.ts`).
 * @param scripts sources for the inline scripts of every page: whoever follows a link keeps the first page's policy
 */
export function contentSecurityPolicy(scripts: Iterable<string>): string {
  return policyText({
    'default-src': ["'none'"],
    // PostgreSQL is WebAssembly. Blobs: what starts a worker, and the programs in it, which cannot make blobs themselves.
    'script-src': ["'self'", 'blob:', "'wasm-unsafe-eval'", ...new Set(scripts)],
    'worker-src': ["'self'", 'blob:'],
    // Where learners' programs run.
    'frame-src': ["'self'"],
    'connect-src': ["'self'"],
    // React, Prism and Monaco write style attributes and elements.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'", 'data:'],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  });
}

/**
 * The policy of the frame in which learners' programs run, which its workers inherit: the texts that it is given
 * become code, and nothing is loaded from anywhere, this site included.
 * @param scripts sources for the frame's inline scripts
 */
export function programFramePolicy(scripts: Iterable<string>): string {
  return policyText({
    'default-src': ["'none'"],
    'script-src': ['blob:', ...new Set(scripts)],
    'worker-src': ['blob:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  });
}

/** Writes a policy into a page, before anything that it is to hold for. @throws Error when the page has no place for it */
export function withPolicy(html: string, policy: string): string {
  if (!CHARSET.test(html)) throw new Error('A page without <meta charset> has no place for its policy.');
  return html.replace(
    CHARSET,
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
}
