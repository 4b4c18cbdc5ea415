import type { BlockContent, DefinitionContent, List, PhrasingContent, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { textTable } from '../core/text-table';
import type { OutputStyle } from './output-style';
import type { Ink } from './paint';
import { type Span, wrapSpans } from './wrap-text';

function spansOf(nodes: readonly PhrasingContent[], ink: Ink | null): Span[] {
  return nodes.flatMap((node): Span[] => {
    switch (node.type) {
      case 'text':
        return [{ text: node.value, ink }];
      case 'inlineCode':
        // The backticks stay: without colours nothing else would tell code from prose.
        return [{ text: `\`${node.value}\``, ink: 'cyan', solid: true }];
      case 'strong':
        return spansOf(node.children, 'bold');
      case 'emphasis':
      case 'delete':
        return spansOf(node.children, ink);
      case 'link': {
        const text = spansOf(node.children, ink);
        // A link within the course leads nowhere in a terminal.
        if (!/^https?:/.test(node.url) || text.some((span) => span.text === node.url)) return text;
        return [...text, { text: ` (${node.url})`, ink: 'dim' }];
      }
      case 'image':
        return node.alt ? [{ text: node.alt, ink }] : [];
      case 'break':
        return [{ text: ' ', ink }];
      default:
        return 'children' in node ? spansOf(node.children, ink) : [];
    }
  });
}

function plain(nodes: readonly PhrasingContent[]): string {
  return spansOf(nodes, null)
    .map(({ text }) => text)
    .join('');
}

function tableText({ children: [head, ...rows] }: Table): string[] {
  if (!head) return [];
  const columns = head.children.map((cell) => ({ name: plain(cell.children), type: 'text' }));
  const cells = rows.map((row) => row.children.map((cell) => plain(cell.children)));
  return textTable(columns, cells, { footer: false }).split('\n');
}

function listText(list: List, style: OutputStyle): string[] {
  const first = list.start ?? 1;
  return list.children.flatMap((item, i) => {
    const mark = list.ordered ? `${String(first + i)}. ` : '- ';
    const lines = blocksText(item.children, { ...style, width: style.width - mark.length });
    const indent = ' '.repeat(mark.length);
    const marked = lines.map((line, n) => (n === 0 ? mark + line : line === '' ? '' : indent + line));
    return list.spread && i > 0 ? ['', ...marked] : marked;
  });
}

function blockText(node: RootContent | BlockContent | DefinitionContent, style: OutputStyle): string[] {
  const { paint, width } = style;
  switch (node.type) {
    case 'paragraph':
      return wrapSpans(spansOf(node.children, null), width, paint);
    case 'heading':
      return wrapSpans(spansOf(node.children, 'bold'), width, paint);
    case 'code':
      return node.value.split('\n').map((line) => (line === '' ? '' : `    ${paint('cyan', line)}`));
    case 'blockquote':
      return blocksText(node.children, { ...style, width: width - 2 }).map((line) => `| ${line}`.trimEnd());
    case 'list':
      return listText(node, style);
    case 'table':
      return tableText(node);
    case 'thematicBreak':
      return [paint('dim', '─'.repeat(width))];
    default:
      return [];
  }
}

function blocksText(nodes: readonly (RootContent | BlockContent | DefinitionContent)[], style: OutputStyle): string[] {
  return nodes
    .map((node) => blockText(node, style))
    .filter((lines) => lines.length > 0)
    .flatMap((lines, i) => (i > 0 ? ['', ...lines] : lines));
}

/** Markdown for a terminal: wrapped paragraphs, lists, tables and code, without the marks that only a page needs. */
export function markdownText(markdown: string, style: OutputStyle): string {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return blocksText(tree.children, style).join('\n');
}
