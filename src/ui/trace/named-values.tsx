import type { ReactNode } from 'react';
import type { NamedTexts } from '../../core/layer-trace';
import { CellValue } from '../report/cell-value';
import styles from './named-values.module.css';

/** Values that travel beside SQL, each by its name in it. */
export function NamedValues({ values }: { readonly values: NamedTexts }): ReactNode {
  if (values.length === 0) return null;
  return (
    <ul className={styles.values} aria-label="Parameters">
      {values.map(({ name, value }, i) => (
        <li key={i}>
          <code>{name}</code> = <CellValue cell={value} showSpaces />
        </li>
      ))}
    </ul>
  );
}
