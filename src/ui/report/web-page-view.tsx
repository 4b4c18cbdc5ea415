import type { ReactNode } from 'react';
import type { WebPage } from '../../core/run-report';
import { withoutConnections } from './without-connections';
import styles from './web-page-view.module.css';

/** Names that the page holds are not to be looked up before anybody follows them. */
const HEAD = '<meta http-equiv="x-dns-prefetch-control" content="off">';

/**
 * A web page that a program made. In its frame nothing runs, nothing is sent, and nothing is loaded but what this site
 * has: it has no rights of its own, and this page's policy holds in it.
 */
export function WebPageView({ page: { request, status, html } }: { readonly page: WebPage }): ReactNode {
  const asked = request === null ? '' : ` to ${request}`;
  return (
    <figure className={styles.page}>
      <figcaption className={styles.caption}>
        The page in the answer{asked}: <strong>{status}</strong>
      </figcaption>
      <iframe
        className={styles.frame}
        title={`The page in the answer${asked}`}
        sandbox=""
        srcDoc={HEAD + withoutConnections(html)}
      />
    </figure>
  );
}
