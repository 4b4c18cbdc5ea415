# feedback: no-values
from sqlalchemy import column, create_engine, select, table

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")
clubs = table("clubs", column("id"), column("name"), column("city"))


def written(city):
    query = select(clubs.c.id, clubs.c.name).where(clubs.c.city == city)
    return [str(query.compile(engine)), {}]
