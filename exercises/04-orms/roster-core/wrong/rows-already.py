# feedback: rows-already
from sqlalchemy import MetaData, Table, create_engine, select

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")
metadata = MetaData()
clubs = Table("clubs", metadata, autoload_with=engine)
athletes = Table("athletes", metadata, autoload_with=engine)


def roster(city):
    query = (
        select(athletes.c.name.label("athlete"), clubs.c.name.label("club"))
        .join(clubs, clubs.c.id == athletes.c.club_id)
        .where(clubs.c.city == city, athletes.c.active)
        .order_by(athletes.c.name, clubs.c.name)
    )
    with engine.connect() as connection:
        return connection.execute(query).all()
