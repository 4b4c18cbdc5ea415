/**
 * What has a browser connect to the servers that it names although the page's policy lets nothing be loaded from them;
 * and templates, in which any of it could stand unseen until the frame makes a shadow tree of them.
 */
const CONNECTING = 'link, iframe, frame, object, embed, template';

/**
 * A page's text without what connects to anybody. Parsed and written again, a text may turn out to have more of it, and
 * is looked at until it has none.
 */
export function withoutConnections(html: string): string {
  const parser = new DOMParser();
  let text = html;
  for (;;) {
    const page = parser.parseFromString(text, 'text/html');
    const connecting = page.querySelectorAll(CONNECTING);
    if (connecting.length === 0) return text;
    for (const element of connecting) element.remove();
    text = page.documentElement.outerHTML;
  }
}
