# feedback: column-names
from sqlalchemy import column, select, table

clubs = table("clubs", column("id"), column("name"), column("city"))
athletes = table("athletes", column("club_id"), column("name"), column("active"))


def roster(city):
    return (
        select(athletes.c.name, clubs.c.name)
        .join(clubs, clubs.c.id == athletes.c.club_id)
        .where(clubs.c.city == city, athletes.c.active)
        .order_by(athletes.c.name, clubs.c.name)
    )
