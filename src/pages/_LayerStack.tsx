import type { ReactNode } from 'react';
import styles from './index.module.css';

/** What one request, for the athlete with the number 7, becomes in each layer. */
const layers: readonly { readonly name: string; readonly does: string; readonly shows: string }[] = [
  { name: 'Your code', does: 'asks for an object', shows: 'session.get(Athlete, 7)' },
  { name: 'ORM session', does: 'looks whether it holds that object already', shows: 'identity_map: no Athlete 7 yet' },
  { name: 'Expressions', does: 'state the question as objects', shows: 'select(Athlete).where(Athlete.id == 7)' },
  { name: 'Engine & dialect', does: 'put it into PostgreSQL’s words', shows: 'SELECT … WHERE athletes.id = %(pk_1)s' },
  { name: 'Pool', does: 'lends a connection that is open already', shows: 'connection checked out' },
  { name: 'DBAPI driver', does: 'sends it, with its values beside it', shows: "cursor.execute(sql, {'pk_1': 7})" },
  { name: 'PostgreSQL', does: 'finds the row and sends it back up', shows: '1 row' },
];

/** The layers as a core sample: one request on its way down. */
export function LayerStack(): ReactNode {
  return (
    <ol className={styles.stack}>
      {layers.map(({ name, does, shows }) => (
        <li key={name} className={styles.layer}>
          <span className={styles.layerName}>{name}</span> <span className={styles.layerDoes}>{does}</span>{' '}
          <code className={styles.layerShows}>{shows}</code>
        </li>
      ))}
    </ol>
  );
}
