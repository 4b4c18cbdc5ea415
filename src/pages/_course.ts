/** One lesson as the course is planned; whether it can be read already is for the site to say. */
export interface PlannedLesson {
  readonly title: string;
  /** The last part of the lesson's document id: its file name without `.mdx` and without a number before it. */
  readonly name: string;
}

export interface CoursePart {
  readonly title: string;
  /** What someone can do after it. */
  readonly outcome: string;
  readonly lessons: readonly PlannedLesson[];
}

/** The parts in order; the first is number 0. */
export const parts: readonly CoursePart[] = [
  {
    title: 'Start here',
    outcome: 'Run a snippet, check an exercise, and find your way round this site.',
    lessons: [{ title: 'How this course works', name: 'how-this-course-works' }],
  },
  {
    title: 'Install and connect',
    outcome: 'Install PostgreSQL, create a role and a database, and read a connection URI part by part.',
    lessons: [
      { title: 'What you install, and why', name: 'what-you-install' },
      { title: 'Roles and permissions', name: 'roles-and-permissions' },
      { title: 'Databases', name: 'databases' },
      { title: 'Connection URIs', name: 'connection-uris' },
    ],
  },
  {
    title: 'psql',
    outcome: 'Look round any database from its command line, and move data in and out.',
    lessons: [
      { title: 'First session', name: 'first-session' },
      { title: 'Looking round', name: 'looking-round' },
      { title: 'Making output readable', name: 'making-output-readable' },
      { title: 'Scripts and data', name: 'scripts-and-data' },
      { title: 'What \\d really asks', name: 'what-d-asks' },
    ],
  },
  {
    title: 'The SQL an ORM writes for you',
    outcome: 'Write it yourself: joins, summaries, windows, transactions, indexes and plans.',
    lessons: [
      { title: 'Tables, types and keys', name: 'tables-types-and-keys' },
      { title: 'Reading rows', name: 'reading-rows' },
      { title: 'Changing rows', name: 'changing-rows' },
      { title: 'Joining tables', name: 'joining-tables' },
      { title: 'Summaries', name: 'summaries' },
      { title: 'Subqueries, CTEs, windows', name: 'subqueries-ctes-windows' },
      { title: 'Transactions', name: 'transactions' },
      { title: 'Indexes and plans', name: 'indexes-and-plans' },
    ],
  },
  {
    title: 'ORMs',
    outcome: 'Say what an ORM does for you, what it costs, and when to do without.',
    lessons: [
      { title: 'From driver to query builder to ORM', name: 'from-driver-to-orm' },
      { title: 'ORMs around the world', name: 'orms-around-the-world' },
      { title: 'Is an ORM a best practice?', name: 'is-an-orm-a-best-practice' },
    ],
  },
  {
    title: 'SQLAlchemy, layer by layer',
    outcome: 'Choose the right layer for a task, in Python, with its twin in TypeScript beside it.',
    lessons: [
      { title: 'The map', name: 'the-map' },
      { title: 'DBAPI', name: 'dbapi' },
      { title: 'Dialect', name: 'dialect' },
      { title: 'Connection pool', name: 'connection-pool' },
      { title: 'Engine', name: 'engine' },
      { title: 'SQL expressions', name: 'sql-expressions' },
      { title: 'ORM: mapping', name: 'orm-mapping' },
      { title: 'ORM: the session', name: 'orm-session' },
      { title: 'Choosing a layer', name: 'choosing-a-layer' },
    ],
  },
  {
    title: 'Flask-SQLAlchemy',
    outcome: 'Build a small web app on top of it all, with tests.',
    lessons: [
      { title: 'db = SQLAlchemy(app)', name: 'db-sqlalchemy-app' },
      { title: 'Declaring models', name: 'declaring-models' },
      { title: 'Table names', name: 'table-names' },
      { title: 'db.session', name: 'db-session' },
      { title: 'Capstone', name: 'capstone' },
    ],
  },
];
