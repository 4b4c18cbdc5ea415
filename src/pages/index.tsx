import Link from '@docusaurus/Link';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import { CourseParts } from './_CourseParts';
import { LayerStack } from './_LayerStack';
import { LiveQuery } from './_LiveQuery';
import styles from './index.module.css';

export default function Home(): ReactNode {
  return (
    <Layout
      title="A course on PostgreSQL, psql, ORMs and SQLAlchemy"
      description="An open course on PostgreSQL, psql, ORMs and SQLAlchemy. Every snippet runs in the page, and every exercise is graded on the spot."
    >
      <main className={styles.home}>
        <section className={styles.opening}>
          <div className={styles.promise}>
            <h1>Know what happens between your code and your tables</h1>
            <p className={styles.lead}>
              After this course you can set up PostgreSQL and look round in it with psql, write the SQL that an ORM
              writes for you, and pick the right layer of SQLAlchemy for the task before you.
            </p>
            <p className={styles.actions}>
              <Link className={styles.start ?? ''} to="/learn/how-this-course-works/">
                Start the first lesson
              </Link>
              <Link to="#parts">See the contents</Link>
            </p>
          </div>
          <div className={styles.query}>
            <LiveQuery />
          </div>
          <dl className={styles.how}>
            <div>
              <dt>Runs in the page</dt>
              <dd>Real PostgreSQL, inside your browser. Nothing to install, no account.</dd>
            </div>
            <div>
              <dt>Graded on the spot</dt>
              <dd>Your answer is tried on several sets of data, and you see where it differs.</dd>
            </div>
            <div>
              <dt>Also in a terminal</dt>
              <dd>The same exercises and the same checker, in a clone of the course.</dd>
            </div>
          </dl>
        </section>

        <section className={styles.section}>
          <Heading as="h2" id="layers">
            One request, seven layers
          </Heading>
          <p className={styles.sectionLead}>
            A line of Python asks for one athlete. On its way to the server it passes through seven hands; the course
            takes them one at a time, and shows you what each of them did.
          </p>
          <LayerStack />
        </section>

        <section className={styles.section}>
          <Heading as="h2" id="parts">
            Six parts, and a first lesson
          </Heading>
          <p className={styles.sectionLead}>
            The course is being written: what is linked can be taken now, the rest is on its way.
          </p>
          <CourseParts />
        </section>
      </main>
    </Layout>
  );
}
