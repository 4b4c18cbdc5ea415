import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const COLUMNS = `
  SELECT column_name, CASE data_type WHEN 'character varying' THEN 'text' ELSE data_type END AS type,
    character_maximum_length AS length, is_nullable
  FROM information_schema.columns WHERE table_name = 'venue' ORDER BY ordinal_position`;
const KEY = `
  SELECT pg_get_constraintdef(oid) AS key FROM pg_constraint WHERE conrelid = to_regclass('venue') AND contype = 'p'`;

test('the table has these columns', async () => {
  await expect(answer.inspect(COLUMNS)).toGiveTheResultOf(reference.inspect(COLUMNS), { rowOrder: 'exact' });
});

test('it has its primary key', async () => {
  await expect(answer.inspect(KEY)).toGiveTheResultOf(reference.inspect(KEY), { rowOrder: 'any' });
});

// What the table lets in, each row by itself: the rules can be written in many ways.
const ROWS = {
  'a venue': "('Bislett', 'Oslo', 15400)",
  'the same name again': "('Bislett', 'Bergen', 1)",
  'without seats': "('Aker', 'Oslo', NULL)",
  'no seats at all': "('Meadow', 'Oslo', 0)",
  'fewer than none': "('Below', 'Oslo', -1)",
  'without a name': "(NULL, 'Oslo', 1)",
  'without a city': "('Nowhere', NULL, 1)",
};

test('it lets in what it should, and nothing else', async () => {
  const program = `
def tried():
    from sqlalchemy import create_engine, text
    from sqlalchemy.exc import DBAPIError
    engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu", isolation_level="AUTOCOMMIT")
    said = []
    with engine.connect() as connection:
        for what, values in ${JSON.stringify(ROWS)}.items():
            try:
                connection.execute(text("INSERT INTO venue (name, city, seats) VALUES " + values))
                said.append({"row": what, "PostgreSQL": "takes it in"})
            except DBAPIError as error:
                said.append({"row": what, "PostgreSQL": "refuses it: " + error.orig.pgcode})
    return said
`;
  const tried = `[exec(${JSON.stringify(program)}, globals()), tried()][1]`;
  await expect(answer.value(tried)).toGiveTheResultOf(reference.value(tried), { rowOrder: 'exact' });
});
