import { db } from 'athleticu';

export const marks = (athlete: string) =>
  db
    .selectFrom('results')
    .innerJoin('athletes', 'athletes.id', 'results.athlete_id')
    .innerJoin('events', 'events.id', 'results.event_id')
    .select(['events.name as event', 'mark'])
    .where('athletes.name', '=', athlete)
    .where('mark', 'is not', null)
    .orderBy('events.name')
    .orderBy('mark')
    .execute();
