import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contentSecurityPolicy, inlineScriptSources, withPolicy } from './content-security-policy';

/** Writes the Content-Security-Policy into every page of a built site: a static host sends no headers of ours. */
export function writePolicy(outDir: string): void {
  const files = readdirSync(outDir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  const pages = files.map((file) => {
    const absolute = path.join(outDir, file);
    return { absolute, html: readFileSync(absolute, 'utf8') };
  });
  const policy = contentSecurityPolicy(pages.flatMap(({ html }) => inlineScriptSources(html)));
  for (const { absolute, html } of pages) writeFileSync(absolute, withPolicy(html, policy));
}
