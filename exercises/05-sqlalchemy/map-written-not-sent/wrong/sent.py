# feedback: assertion
from sqlalchemy import MetaData, Table, create_engine, select

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")
clubs = Table("clubs", MetaData(), autoload_with=engine)


def written(city):
    compiled = select(clubs.c.id, clubs.c.name).where(clubs.c.city == city).compile(engine)
    return [str(compiled), compiled.params]
