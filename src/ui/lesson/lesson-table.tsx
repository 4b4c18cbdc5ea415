import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './lesson-table.module.css';

/** A table written in a lesson. Where it is wider than its place it scrolls by itself, and takes the focus for that. */
export function LessonTable(props: ComponentProps<'table'>): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);

  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      setScrolls(element.scrollWidth > element.clientWidth);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  return (
    <div
      ref={place}
      className={styles.place}
      {...(scrolls ? { role: 'group', 'aria-label': 'Table that scrolls sideways', tabIndex: 0 } : {})}
    >
      <table {...props} />
    </div>
  );
}
