import type { ReactNode } from 'react';
import { Playground } from '../ui/playground/playground';

const query = `SELECT athletes.name, clubs.name AS club
FROM athletes
JOIN clubs ON clubs.id = athletes.club_id
ORDER BY athletes.name
LIMIT 5;`;

/** The query on the home page. */
export function LiveQuery(): ReactNode {
  return <Playground id="home" language="sql" dataset="tiny" code={query} />;
}
