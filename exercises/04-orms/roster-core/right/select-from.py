from sqlalchemy import MetaData, Table, and_, create_engine, select

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")
metadata = MetaData()
athletes = Table("athletes", metadata, autoload_with=engine)
clubs = metadata.tables["clubs"]


def roster(city):
    both = clubs.join(athletes)
    return (
        select(clubs.c.name.label("club"), athletes.c.name.label("athlete"))
        .select_from(both)
        .where(and_(clubs.c.city == city, athletes.c.active == True))  # noqa: E712
        .order_by(athletes.c.name)
        .order_by(clubs.c.name)
    )
