import type { ReactNode } from 'react';
import { countText, numberText } from '../../core/count-text';
import type { Wire } from '../../core/layer-trace';
import { ScrollRegion } from '../report/scroll-region';
import { hexLines } from './hex-lines';
import { messageName } from './message-name';
import styles from './trace-detail.module.css';

interface WireViewProps {
  readonly label: string;
  readonly wire: Wire;
  readonly from: 'client' | 'server';
}

/** Messages of the protocol that went one way: which they are, and their first bytes. */
export function WireView({ label, wire: { bytes, hex, messages }, from }: WireViewProps): ReactNode {
  const kept = hex.length / 2;
  return (
    <>
      <p className={styles.label}>
        {label}: {numberText(bytes)}
        {kept < bytes && `, of which these are the first ${numberText(kept)}`}
      </p>
      <ScrollRegion label={label}>
        <pre className={styles.text}>{hexLines(hex)}</pre>
      </ScrollRegion>
      <ul className={styles.messages}>
        {messages.map(({ type, times, bytes: size }, i) => (
          <li key={i}>
            <code>{type}</code> {messageName(type, from)}
            {times > 1 && ` × ${numberText(times)}`}, {countText(size, 'byte')}
          </li>
        ))}
      </ul>
    </>
  );
}
