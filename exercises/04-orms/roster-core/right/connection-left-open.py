from sqlalchemy import column, create_engine, select, table

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")
clubs = table("clubs", column("id"), column("name"), column("city"))
athletes = table("athletes", column("club_id"), column("name"), column("active"))


def roster(city):
    columns = [athletes.c.name.label("athlete"), clubs.c.name.label("club")]
    query = select(*columns).select_from(clubs).join(athletes, athletes.c.club_id == clubs.c.id)
    return query.filter(athletes.c.active, clubs.c.city == city).order_by(*columns)


connection = engine.connect()
print(connection.execute(roster("Oslo")).all())
