from sqlalchemy import create_engine, text

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


def deactivate(before):
    with engine.connect() as connection:
        result = connection.execute(text("SELECT name FROM athletes WHERE active"))
        return len(result.all())


print(deactivate("2015-01-01"), "changed")
with engine.connect() as connection:
    print(connection.scalars(text("SELECT name FROM athletes WHERE NOT active ORDER BY name")).all())
