import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const program = `
def members():
    from sqlalchemy import create_engine, text
    from sqlalchemy.exc import DBAPIError
    with app.app_context():
        for given in ({"name": "Anna"}, {"name": "Bo", "level": "coach", "fee": 0}):
            db.session.add(Member(**given))
        db.session.commit()
    engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for columns, values in (("name", "'Cato'"), ("name, level", "'Dag', 'junior'"), ("name, fee", "'Eli', 10")):
            try:
                connection.execute(text(f"INSERT INTO member ({columns}) VALUES ({values})"))
            except DBAPIError:
                pass
        query = "SELECT name, level, fee FROM member WHERE name IN ('Anna', 'Bo', 'Cato', 'Dag', 'Eli') ORDER BY name"
        return [dict(row._mapping) for row in connection.execute(text(query))]
`;

test('objects and plain SQL get the same values', async () => {
  const members = `[exec(${JSON.stringify(program)}, globals()), members()][1]`;
  await expect(answer.value(members)).toGiveTheResultOf(reference.value(members), { rowOrder: 'exact' });
});

const COLUMNS = `
  SELECT column_name, data_type, is_nullable
  FROM information_schema.columns WHERE table_name = 'member' AND column_name IN ('name', 'level', 'fee') ORDER BY 1`;

test('no column of the three may be empty', async () => {
  await expect(answer.inspect(COLUMNS)).toGiveTheResultOf(reference.inspect(COLUMNS), { rowOrder: 'exact' });
});
