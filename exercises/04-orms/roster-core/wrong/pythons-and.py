# feedback: exception
from sqlalchemy import column, select, table

clubs = table("clubs", column("id"), column("name"), column("city"))
athletes = table("athletes", column("club_id"), column("name"), column("active"))


def roster(city):
    return (
        select(athletes.c.name.label("athlete"), clubs.c.name.label("club"))
        .join(clubs, clubs.c.id == athletes.c.club_id)
        .where(athletes.c.active and clubs.c.city == city)
        .order_by("athlete", "club")
    )
