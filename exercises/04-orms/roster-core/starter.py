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
    return select(clubs.c.name)  # ask for the athletes of the city instead


print(roster("Oslo"))
with engine.connect() as connection:
    for row in connection.execute(roster("Oslo")):
        print(row)
