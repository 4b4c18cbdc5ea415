import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const program = `
def courses(*rows):
    from sqlalchemy import create_engine, text
    with app.app_context():
        said = [add_course(*row) for row in rows]
    engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")
    with engine.connect() as connection:
        query = text("SELECT name, metres FROM course WHERE name <> 'Lake round' ORDER BY name COLLATE \\"C\\"")
        return {"said": said, "saved": [list(row) for row in connection.execute(query)]}
`;

const courses = (rows: string): string => `[exec(${JSON.stringify(program)}, globals()), courses(${rows})][1]`;

const lists = {
  'a course is added': "('Fell', 9000)",
  'a name that is missing': '(None, 1000)',
  'a name that is taken': "('Fell', 9000), ('Fell', 1)",
  'a length below zero': "('Below', -1)",
  'all of them, one after the other':
    "('Fell', 9000), ('Fell', 1), (None, 2), ('Ring', -5), ('Ring', 400), ('Unknown', None), ('taken', 3), ('taken', 4)",
};

for (const [name, rows] of Object.entries(lists)) {
  test(name, async () => {
    await expect(answer.value(courses(rows))).toGiveTheResultOf(reference.value(courses(rows)), { rowOrder: 'exact' });
  });
}
