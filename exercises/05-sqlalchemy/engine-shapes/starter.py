from sqlalchemy import create_engine, text

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


def how_many():
    with engine.connect() as connection:
        return connection.execute(text("SELECT count(*) FROM clubs")).one()


def names():
    return []


def club(id):
    return None


def only_club(city):
    return None


print(how_many())
print(names())
print(club(1))
print(only_club("Oslo"))
