from sqlalchemy import create_engine, text

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


def ask(sql, **values):
    with engine.connect() as connection:
        return connection.execute(text(sql), values).freeze()()


def how_many():
    return len(ask("SELECT id FROM clubs").all())


def names():
    return [name for (name,) in ask("SELECT name FROM clubs ORDER BY 1")]


def club(id):
    for row in ask("SELECT name, city, founded_on FROM clubs WHERE id = :id", id=id):
        return row._asdict()


def only_club(city):
    return ask("SELECT * FROM clubs WHERE city = :city", city=city).one().name
