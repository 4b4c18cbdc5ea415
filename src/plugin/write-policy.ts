import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contentSecurityPolicy, inlineScriptSources, programFramePolicy, withPolicy } from './content-security-policy';
import { PROGRAM_FRAME } from './program-frame-path';

/** Writes the Content-Security-Policy into every page of a built site: a static host sends no headers of ours. */
export function writePolicy(outDir: string): void {
  const frame = path.join(PROGRAM_FRAME, 'index.html');
  const files = readdirSync(outDir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  if (!files.includes(frame)) throw new Error(`The site has no ${frame}, in which programs run.`);
  const all = files.map((file) => {
    const html = readFileSync(path.join(outDir, file), 'utf8');
    return { file, html, scripts: inlineScriptSources(html) };
  });
  const policy = contentSecurityPolicy(all.flatMap(({ file, scripts }) => (file === frame ? [] : scripts)));
  for (const { file, html, scripts } of all) {
    const own = file === frame ? programFramePolicy(scripts) : policy;
    writeFileSync(path.join(outDir, file), withPolicy(html, own));
  }
}
