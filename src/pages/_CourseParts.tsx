import { useLatestVersion } from '@docusaurus/plugin-content-docs/client';
import Link from '@docusaurus/Link';
import type { ReactNode } from 'react';
import { parts, type CoursePart } from './_course';
import styles from './index.module.css';

/** The published lessons' addresses, by the last part of their document ids. */
function usePublishedLessons(): ReadonlyMap<string, string> {
  const { docs } = useLatestVersion('default');
  return new Map(docs.map((doc) => [doc.id.slice(doc.id.lastIndexOf('/') + 1), doc.path]));
}

function Part(props: { number: number; part: CoursePart; published: ReadonlyMap<string, string> }): ReactNode {
  const { number, part, published } = props;
  const ready = part.lessons.flatMap(({ name, title }) => {
    const path = published.get(name);
    return path === undefined ? [] : [{ path, title }];
  });
  const coming = part.lessons.filter(({ name }) => !published.has(name));
  return (
    <li className={styles.part}>
      <span className={styles.partNumber} aria-hidden="true">
        {number}
      </span>
      <div>
        <h3 className={styles.partTitle}>{part.title}</h3>
        <p className={styles.partOutcome}>{part.outcome}</p>
        {ready.length > 0 && (
          <ul className={styles.ready} aria-label={`Lessons to take now in ${part.title}`}>
            {ready.map(({ path, title }) => (
              <li key={path}>
                <Link to={path}>{title}</Link>
              </li>
            ))}
          </ul>
        )}
        {coming.length > 0 && (
          <p className={styles.coming}>
            <span className={styles.comingLabel}>coming</span> {coming.map(({ title }) => title).join(' · ')}
          </p>
        )}
      </div>
    </li>
  );
}

/** What the course consists of; a lesson is offered only when this site has it. */
export function CourseParts(): ReactNode {
  const published = usePublishedLessons();
  return (
    <ol className={styles.parts} start={0}>
      {parts.map((part, number) => (
        <Part key={part.title} number={number} part={part} published={published} />
      ))}
    </ol>
  );
}
