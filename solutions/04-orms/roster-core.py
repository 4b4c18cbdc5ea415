from sqlalchemy import Boolean, Column, ForeignKey, Integer, MetaData, Table, Text, create_engine, select

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")
metadata = MetaData()
clubs = Table(
    "clubs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text),
    Column("city", Text),
)
athletes = Table(
    "athletes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("club_id", ForeignKey("clubs.id")),
    Column("name", Text),
    Column("active", Boolean),
)


def roster(city):
    return (
        select(athletes.c.name.label("athlete"), clubs.c.name.label("club"))
        .join(clubs, clubs.c.id == athletes.c.club_id)
        .where(clubs.c.city == city, athletes.c.active)
        .order_by(athletes.c.name, clubs.c.name)
    )
