/** What PostgreSQL said of a report for which pg-mem had answered. */
export type LastWord<Report> =
  | { readonly kind: 'same' }
  /** The report is PostgreSQL's own; `first` is what it replaces. */
  | { readonly kind: 'different'; readonly first: Report }
  /** PostgreSQL could not be asked: the report stands as it is. */
  | { readonly kind: 'unheard'; readonly reason: string };
