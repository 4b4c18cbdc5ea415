import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, inlineScriptSources, programFramePolicy, withPolicy } from './content-security-policy';

const PAGE = `<!doctype html><html><head><meta charset=UTF-8><script src=/a.js defer></script><script>theme()</script>
<script type=application/ld+json>{"@type":"WebPage"}</script></head></html>`;

test('allows the inline scripts of the pages, each by its hash, and no other', () => {
  const hash = createHash('sha256').update('theme()').digest('base64');
  const policy = contentSecurityPolicy([...inlineScriptSources(PAGE), ...inlineScriptSources(PAGE)]);
  expect(policy.split('; ').find((directive) => directive.startsWith('script-src'))).toBe(
    `script-src 'self' blob: 'wasm-unsafe-eval' 'sha256-${hash}'`,
  );
});

test('no text becomes code, and nothing is allowed that is not named', () => {
  const policy = contentSecurityPolicy([]);
  expect(policy).not.toContain("'unsafe-eval'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  expect(policy).toContain("default-src 'none'");
});

test('stands before all scripts of a page', () => {
  const html = withPolicy(PAGE, contentSecurityPolicy([]));
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
  expect(() => withPolicy('<html></html>', '')).toThrow('no place');
});

test('where programs run, nothing comes from anywhere, and only what the page itself says becomes code', () => {
  expect(programFramePolicy(["'sha256-x'"])).toBe(
    "default-src 'none'; script-src blob: 'sha256-x'; worker-src blob:; base-uri 'none'; form-action 'none'",
  );
});
